import { Icon } from '../ui/mark/Icon.tsx'
import { RadioGroup } from './controls.tsx'
import type { Faults } from './use-draft.ts'

interface Props extends Omit<React.ComponentProps<typeof RadioGroup>, 'fault'> {
  readonly draft: { readonly faults: Faults }
}

/** A question with a few answers as large boxes, all in sight, and its fault below. */
export function ChoiceField({ draft, ...group }: Props) {
  const fault = draft.faults.get(group.name)
  return (
    <div className="boxed">
      <RadioGroup
        {...group}
        fault={
          fault === undefined ? undefined : (
            <div className="field__error">
              <Icon name="alert" size={16} />
              {fault}
            </div>
          )
        }
      />
    </div>
  )
}
