import type { Step } from '@/api/types';
import { plural } from '@/lib/intl';

/** What the message should be like: short, opened with common ground, without what spoils it. */
export function HowToSayIt({ brief }: { brief: Step['message_brief'] }) {
  if (!brief) return null;
  return (
    <details className="text-ink-2">
      <summary className="text-accent w-fit rounded-sm text-sm font-medium">How to say it</summary>
      <dl className="mt-2 grid gap-1.5 text-sm sm:grid-cols-[7rem_1fr]">
        {brief.open_with && <Row term="Open with">{brief.open_with}</Row>}
        {brief.sentences_at_most && <Row term="Length">{`At most ${plural(brief.sentences_at_most, 'sentence')}`}</Row>}
        {brief.leave_out.length > 0 && <Row term="Leave out">{brief.leave_out.join(', ')}</Row>}
        {brief.goals.length > 0 && <Row term="Goals">{brief.goals.join('; ')}</Row>}
        {brief.open_promises.length > 0 && <Row term="Promises">{brief.open_promises.join('; ')}</Row>}
      </dl>
    </details>
  );
}

function Row({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
