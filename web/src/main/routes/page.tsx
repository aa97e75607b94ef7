import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { loadRooms } from '../../platform/i18n/language.ts'

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>

/** A page fetched when somebody goes there, and with it the words of the rooms. */
export const page = <Name extends string>(load: Load<Name>, name: Name) =>
  lazyRouteComponent(async () => (await Promise.all([load(), loadRooms()]))[0], name)

/** Where members begin: it says nothing beyond what came with the house. */
export const firstPage = <Name extends string>(load: Load<Name>, name: Name) => lazyRouteComponent(load, name)
