import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>

/** A page fetched when somebody goes there. */
export const page = <Name extends string>(load: Load<Name>, name: Name) => lazyRouteComponent(load, name)
