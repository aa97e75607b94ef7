import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>

/** A page fetched when somebody goes there. It must not use antd: see `deskPage`. */
export const page = <Name extends string>(load: Load<Name>, name: Name) => lazyRouteComponent(load, name)

/** The same for pages that use antd: the kit comes with them. */
export function deskPage<Name extends string>(load: Load<Name>, name: Name) {
  return lazyRouteComponent(async () => {
    const [{ Kit }, pages] = await Promise.all([import('../ui/Kit.tsx'), load()])
    const Page: ComponentType = pages[name]
    const InKit = () => (
      <Kit>
        <Page />
      </Kit>
    )
    return { InKit }
  }, 'InKit')
}
