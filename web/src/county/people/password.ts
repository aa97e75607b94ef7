// Without letters that look like others: a password is read out or copied by hand once.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password, to be told once: four groups of four. */
export function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(16))
  const word = Array.from(bytes, (one) => letters.charAt(one % letters.length)).join('')
  return [word.slice(0, 4), word.slice(4, 8), word.slice(8, 12), word.slice(12)].join('-')
}
