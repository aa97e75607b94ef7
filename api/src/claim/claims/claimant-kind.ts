export { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'
