import { address, request, type Query } from '../../../platform/api/client.ts'
import { explainProblem } from '../../../platform/api/problem.ts'
import { useState } from 'react'

/** A file that the browser fetches by itself, once the api has said that it may: what it would answer instead nobody could read. */
export function ExportLink({ filter, children }: { filter: Query; children: React.ReactNode }) {
  const [refusal, setRefusal] = useState<string>()
  const href = address('/needs/export', filter)
  const download = async () => {
    try {
      await request('GET', '/session/confirmation')
      setRefusal(undefined)
      Object.assign(document.createElement('a'), { href, download: '' }).click()
    } catch (error) {
      setRefusal(explainProblem(error))
    }
  }
  const ask = (event: React.MouseEvent) => {
    event.preventDefault()
    void download()
  }
  return (
    <>
      <a className="btn btn--plain" href={href} download onClick={ask}>
        {children}
      </a>
      {refusal !== undefined && (
        <span role="alert" className="quiet">
          {refusal}
        </span>
      )}
    </>
  )
}
