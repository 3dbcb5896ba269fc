import { CopyButton } from './copy-button';

/** One line to copy. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  return (
    <div className="grid gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <div className="flex items-center gap-2">
        <code className="bg-sunken min-w-0 flex-1 rounded-sm px-3 py-2 text-sm break-all">{text}</code>
        <CopyButton size="sm" text={text} what={label} aria-label={`Copy ${label.toLowerCase()}`} />
      </div>
    </div>
  );
}

/** Several lines to copy; long ones scroll by themselves. */
export function CopyBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className="grid gap-1.5">
      <figcaption className="flex items-end justify-between gap-2 text-sm font-medium">
        <span>{label}</span>
        <CopyButton size="sm" text={text} what={label} aria-label={`Copy ${label}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre tabIndex={0} className="bg-sunken max-h-80 overflow-auto rounded-sm p-3 text-sm">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
