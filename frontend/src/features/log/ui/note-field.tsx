import { lazy, Suspense } from 'react';
import { plural } from '@/lib/intl';
import { Field } from '@/ui/field';
import { MarkedText } from '@/ui/marked-text';
import { useReading } from '../api/use-reading';
import type { LogDraft } from '../model/draft';
import { fitting } from '../model/suggestions';

/** Fetched when there is something to suggest. */
const Suggestions = lazy(async () => ({ default: (await import('./suggestions')).Suggestions }));

/** People think that a talk went worse than it did: what was said and done is the better witness. */
const HINT = 'What was said and done, not how it felt: most people are liked more than they think.';

interface Props {
  draft: LogDraft;
  onChange: (draft: LogDraft) => void;
}

/** A few lines in the owner's own words, and what they show: underlined in place, and offered as taps. */
export function NoteField({ draft, onChange }: Props) {
  const { suggestions, error } = useReading(draft.summary, draft.person?.id);
  const offered = fitting(suggestions, draft);
  const marks = offered.map((one) => ({ ...one, look: one.isTaken(draft) ? ('shown' as const) : ('hint' as const) }));
  return (
    <div className="grid gap-3">
      <Field label="What happened (optional)" hint={HINT}>
        {(control) => (
          <MarkedText
            {...control}
            least="few"
            value={draft.summary}
            marks={marks}
            onChange={(summary) => onChange({ ...draft, summary })}
          />
        )}
      </Field>
      <p role="status" className="sr-only">
        {offered.length > 0 && `${plural(offered.length, 'suggestion')} from your note`}
      </p>
      {error && <p className="text-ink-3 text-sm">The note was not read just now. It can be saved as it is.</p>}
      <Suspense>
        {offered.length + draft.vows.length > 0 && (
          <Suggestions draft={draft} suggestions={offered} onChange={onChange} />
        )}
      </Suspense>
    </div>
  );
}
