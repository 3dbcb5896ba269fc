import type { Drafted } from '@/api/types';
import { clock } from '@/lib/clock';
import { Button } from '@/ui/button';
import { Card, SectionTitle } from '@/ui/page';

interface Props {
  drafted: Drafted;
  /** Its words stand in the message already. */
  used: boolean;
  onUse: () => void;
  onClose: () => void;
}

/** A draft, and all that goes with it. It takes the place of the owner's own words only when they say so. */
export function DraftCard({ drafted, used, onUse, onClose }: Props) {
  const asks = new Date(drafted.goes_at) > clock.now() ? `Best sent ${when(drafted.goes_at)}.` : null;
  return (
    <section aria-label="The draft">
      <Card className="grid gap-3">
        <SectionTitle>{used ? 'With this draft' : 'A draft'}</SectionTitle>
        {!used && (
          <div className="grid gap-2">
            {drafted.subject && <p className="font-medium">{drafted.subject}</p>}
            <p className="text-ink-2 whitespace-pre-wrap">{drafted.body}</p>
          </div>
        )}
        {asks && <p className="text-ink-2">{asks}</p>}
        {drafted.blurb && (
          <div className="grid gap-1">
            <p className="text-sm font-medium">To be forwarded with it</p>
            <p className="bg-sunken rounded-sm p-3 whitespace-pre-wrap">{drafted.blurb}</p>
          </div>
        )}
        <Origin drafted={drafted} />
        <div className="flex flex-wrap gap-2">
          {!used && <Button onClick={onUse}>Use it instead of my text</Button>}
          <Button variant="ghost" onClick={onClose}>
            {used ? 'Close' : 'Keep my text'}
          </Button>
        </div>
      </Card>
    </section>
  );
}

/** Where a language model was asked: whether its words were taken, and all that it was sent. */
function Origin({ drafted }: { drafted: Drafted }) {
  if (!drafted.sent_to_model) return null;
  return (
    <div className="text-ink-2 grid gap-1 text-sm">
      <p>
        {drafted.written_by === 'model'
          ? 'Worded by the language model.'
          : `Worded by the coach. ${drafted.model_problem ?? ''}`}
      </p>
      <details>
        <summary className="text-accent w-fit rounded-sm font-medium">What the language model was sent</summary>
        <pre className="mt-2 font-sans wrap-anywhere whitespace-pre-wrap">
          {JSON.stringify(drafted.sent_to_model, null, 2)}
        </pre>
      </details>
    </div>
  );
}

const WHEN = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const when = (instant: string) => `from ${WHEN.format(new Date(instant))}, your time`;
