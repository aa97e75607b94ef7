import type { z } from 'zod'
import type { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { ChecklistView, FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { FlagView } from '@dj/shared/follow/rating/flag.schema.ts'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { FrameEntry } from '@dj/shared/follow/round/draw.rules.ts'
import type { ConflictView, RoundView, SeedView, TargetView } from '@dj/shared/follow/round/round.schema.ts'

type Sent<S extends z.ZodType> = z.input<S>
type Facts =
  'quarter' | 'state' | 'dueOn' | 'publicValueSource' | 'publicValueOn' | 'publicValueNotation' | 'publicValue'

export interface SeedRecord extends Omit<Sent<typeof SeedView>, 'holder'> {
  holderId: string
  revealedById: string | null
}
/** A round as it is kept: the seeds uncovered, the frame whole. */
export interface RoundRecord extends Pick<Sent<typeof RoundView>, Facts | 'id' | 'version' | 'openedAt' | 'rate'> {
  minimum: number
  settingsVersion: number
  seeds: SeedRecord[]
  publicValueAt: string | null
  publicValueById: string | null
  frozenAt: string | null
  frame: FrameEntry[]
  drawnAt: string | null
  closingById: string | null
  closedAt: string | null
  abortReason: string | null
  abortedAt: string | null
}
export interface TargetRecord extends Pick<Sent<typeof TargetView>, 'orderId' | 'basis' | 'state'> {
  roundId: string
  excuse: { reason: string; askedById: string; decidedById: string | null } | null
  inspectorIds: string[]
}
export type FindingRecord = Sent<typeof FindingView>
export interface ConflictRecord extends Sent<typeof ConflictView> {
  personId: string
}
type NoticeFacts = Omit<Sent<typeof RectificationView>, Told | 'order' | 'owner' | 'responsible' | 'reinspector'>
type Told = 'may' | 'light' | 'workingDaysLeft' | 'failsAt'
export interface NoticeRecord extends NoticeFacts {
  deadlineAt: string
  orderId: string
  responsibleId: string | null
  foundById: string | null
  submittedById: string | null
  reinspectorId: string | null
}
type Objection = Sent<typeof RetirementView>['objections'][number] & { byId: string | null }
export interface RetirementRecord extends Omit<Sent<typeof RetirementView>, Told | 'order' | 'owner' | 'objections'> {
  orderId: string
  proposedById: string | null
  objections: Objection[]
}
export interface AppealRecord extends Omit<Sent<typeof AppealView>, 'order' | 'mayDecide'> {
  orderId: string
  filedById: string
  againstId: string
}

/** What the quarterly rounds remember, and what followed from them. */
export interface Rounds {
  readonly rounds: RoundRecord[]
  readonly targets: TargetRecord[]
  readonly findings: FindingRecord[]
  readonly conflicts: ConflictRecord[]
  readonly bulletins: Sent<typeof BulletinView>[]
  readonly notices: NoticeRecord[]
  readonly retirements: RetirementRecord[]
  readonly appeals: AppealRecord[]
  readonly flags: Sent<typeof FlagView>[]
  readonly checklists: ChecklistView[]
}
