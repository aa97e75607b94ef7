import { create } from 'qrcode'

/** Hands a file to the browser to be saved. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}

const width = 640
const margin = 32

/** The slip as a picture for the album of a telephone: its lines, and below them the QR code of the address. */
export async function pictureOf(lines: readonly string[], address: string): Promise<Blob | null> {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const module = Math.floor(400 / size)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = margin * 3 + lines.length * 44 + size * module
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  pen.textAlign = 'center'
  lines.forEach((line, nth) => {
    pen.font = `${nth === 1 ? 'bold 34px' : '22px'} sans-serif`
    pen.fillText(line, width / 2, margin + 28 + nth * 44, width - 2 * margin)
  })
  const [left, top] = [(width - size * module) / 2, margin * 2 + lines.length * 44]
  data.forEach((bit, at) => {
    if (bit === 1) pen.fillRect(left + (at % size) * module, top + Math.floor(at / size) * module, module, module)
  })
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
