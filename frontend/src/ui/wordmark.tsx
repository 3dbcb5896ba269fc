/** The name and its mark: a circle left open, and the one who completes it. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-xl font-medium">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6">
        <path
          d="M16.6 6.9a7 7 0 1 0 0 10.2"
          fill="none"
          strokeWidth="2.4"
          strokeLinecap="round"
          className="stroke-accent"
        />
        <circle cx="19" cy="12" r="2.4" className="fill-ally" />
      </svg>
      Comity
    </span>
  );
}
