export { collectiveKind } from '@dj/shared/claim/claimant-kind.ts'
