import type { Way } from '@/api/types';
import { CopyButton } from '@/ui/copy-button';

/** The connector asks first, and whoever is meant decides: both can say no without a word. */
export function Words({ way: { wording }, open }: { way: Way; open: boolean }) {
  return (
    <details open={open}>
      <summary className="text-ink-2 w-fit rounded-sm text-sm font-medium">What to write</summary>
      <div className="mt-2 grid gap-3">
        <figure className="bg-sunken grid gap-2 rounded-md p-3">
          <figcaption className="flex flex-wrap items-center justify-between gap-2">
            <span className="text-ink-2 text-sm">Easy to decline, for both</span>
            <CopyButton size="sm" text={wording.body} what="The message" label="Copy message" />
          </figcaption>
          <p className="font-medium">{wording.subject}</p>
          <p className="whitespace-pre-wrap">{wording.body}</p>
        </figure>
        <figure className="bg-sunken grid gap-2 rounded-md p-3">
          <figcaption className="flex flex-wrap items-center justify-between gap-2">
            <span className="text-ink-2 text-sm">To be forwarded as it stands</span>
            <CopyButton size="sm" text={wording.blurb} what="The text to forward" label="Copy to forward" />
          </figcaption>
          <p className="whitespace-pre-wrap">{wording.blurb}</p>
        </figure>
      </div>
    </details>
  );
}
