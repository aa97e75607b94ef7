import type { Actor } from '@dj/shared/policy.ts'

/** Whose orders the actor leads: those of these organizations themselves, and of any below those. */
export const organizationsLed = ({ grants }: Pick<Actor, 'grants'>) => ({
  own: grants
    .filter(({ role }) => role === 'town_organizer' || role === 'county_organizer')
    .map(({ organizationId }) => organizationId),
  under: grants.filter(({ role }) => role === 'secretary').map(({ organizationId }) => organizationId),
})

/** Leads the owning organization itself, or as secretary one above it. */
export function leadsOwner(
  actor: Actor,
  { ownerId, ownerPath }: { ownerId: string; ownerPath: readonly string[] },
): boolean {
  const { own, under } = organizationsLed(actor)
  return own.includes(ownerId) || under.some((id) => ownerPath.includes(id))
}
