/** The mark: 需 in white on the red square. The same drawing as public/mark.svg. */
export function Mark({ size = 28 }: { size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" className="mark" />
}
