/** The mark: three strokes in step, the last one in saffron. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0b6e72" />
      <g fill="none" stroke="#fff" strokeWidth="3.4" strokeLinecap="round">
        <path d="M8.5 22 12.5 10" />
        <path d="M14.5 22 18.5 10" />
        <path d="M20.5 22 24.5 10" stroke="#f4b53f" />
      </g>
    </svg>
  )
}
