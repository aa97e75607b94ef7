import { Hono } from 'hono'

export const docsPage = () => new Hono()
