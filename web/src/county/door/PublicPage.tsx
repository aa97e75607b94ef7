import { Bare } from '../../platform/ui/page/Bare.tsx'
import { Doors } from './Doors.tsx'

interface Props {
  /** Whose page it is, where the address tells. */
  readonly countyId?: string | undefined
  readonly children: React.ReactNode
}

/** A page for everybody: at its foot the ways to raise a need, to follow one, and to call. */
export function PublicPage({ countyId, children }: Props) {
  return <Bare foot={<Doors countyId={countyId} />}>{children}</Bare>
}
