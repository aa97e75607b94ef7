import { type EventKind, eventKinds } from '@dj/shared/platform/event/event-kinds.ts'

export const isKind = (kind: string): kind is EventKind => eventKinds.some((known) => known === kind)
