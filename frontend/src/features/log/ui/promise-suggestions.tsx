import { Check, Plus } from 'lucide-react';
import { ToggleChip } from '@/ui/chip';
import { Field, Input } from '@/ui/field';
import type { DraftVow, LogDraft } from '../model/draft';
import { type Suggestion, vowWords, withVow } from '../model/suggestions';

interface Props {
  draft: LogDraft;
  suggestions: readonly Suggestion[];
  onChange: (draft: LogDraft) => void;
}

/** The promises that the note shows. One that was taken stays until it is taken out, whatever becomes of the note. */
export function PromiseSuggestions({ draft, suggestions, onChange }: Props) {
  const read = suggestions.flatMap(({ vow, quote }) => (vow ? [{ vow, quote }] : []));
  const kept = draft.vows.filter(({ key }) => read.every(({ vow }) => vow.key !== key));
  const rows = [...read, ...kept.map((vow) => ({ vow, quote: null }))];
  if (rows.length === 0) return null;
  const correct = (vow: DraftVow) =>
    onChange({ ...draft, vows: draft.vows.map((other) => (other.key === vow.key ? vow : other)) });
  return (
    <ul className="grid gap-2">
      {rows.map(({ vow, quote }) => {
        const taken = draft.vows.find(({ key }) => key === vow.key);
        return (
          <li key={vow.key} className="grid gap-2">
            <PromiseChip
              vow={taken ?? vow}
              quote={quote}
              taken={Boolean(taken)}
              onTap={() => onChange(withVow(draft, vow))}
            />
            {taken && <PromiseFields vow={taken} onChange={correct} />}
          </li>
        );
      })}
    </ul>
  );
}

interface ChipProps {
  vow: DraftVow;
  quote: string | null;
  taken: boolean;
  onTap: () => void;
}

function PromiseChip({ vow, quote, taken, onTap }: ChipProps) {
  const Icon = taken ? Check : Plus;
  return (
    <ToggleChip shape="sentence" pressed={taken} onChange={onTap} aria-label={`Promise. ${vowWords(vow)}`}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <span className="grid min-w-0">
        <span>{vowWords(vow)}</span>
        {quote && <span className="text-ink-2 truncate font-normal">{`“${quote}”`}</span>}
      </span>
    </ToggleChip>
  );
}

function PromiseFields({ vow, onChange }: { vow: DraftVow; onChange: (vow: DraftVow) => void }) {
  return (
    <div className="grid gap-3 pb-1 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <Field label="Promised">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={vow.what}
            onChange={(event) => onChange({ ...vow, what: event.target.value })}
          />
        )}
      </Field>
      <Field label="By when">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={vow.dueOn ?? ''}
            onChange={(event) => onChange({ ...vow, dueOn: event.target.value || null })}
          />
        )}
      </Field>
    </div>
  );
}
