import { useState } from 'react'
import { address, request, type Query } from '../../api/client.ts'
import { explainProblem } from '../../api/problem.ts'

interface Props {
  path: string
  filter: Query
  children: React.ReactNode
}

/** A file that the browser fetches by itself, once the api has said that it may: what it would answer instead nobody could read. */
export function ExportLink({ path, filter, children }: Props) {
  const [refusal, setRefusal] = useState<string>()
  const href = address(path, filter)
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
