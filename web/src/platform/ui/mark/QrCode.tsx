import { create } from 'qrcode'

/** A QR code drawn as one path, sharp on screen and paper. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, index) =>
    bit === 1 ? `M${(index % size) + 2} ${Math.floor(index / size) + 2}h1v1h-1z` : '',
  )
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size + 4} ${size + 4}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
