import { ToggleChip } from '@/ui/chip';
import type { LogDraft } from '../model/draft';
import type { Suggestion } from '../model/suggestions';
import { PromiseSuggestions } from './promise-suggestions';

interface Props {
  draft: LogDraft;
  suggestions: readonly Suggestion[];
  onChange: (draft: LogDraft) => void;
}

/** What the note shows, in taps. Only what is tapped becomes part of the entry. */
export function Suggestions({ draft, suggestions, onChange }: Props) {
  const words = suggestions.filter(({ of }) => of !== 'vow');
  return (
    <section aria-label="From your note" className="border-line bg-surface grid gap-3 rounded-md border p-3">
      <p className="text-ink-2 text-sm">
        <span className="text-ink font-medium">From your note. </span>
        Tap what is right; nothing else is kept.
      </p>
      {words.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {words.map((one) => (
            <li key={one.key} className="max-w-full">
              <WordChip suggestion={one} pressed={one.isTaken(draft)} onChange={() => onChange(one.toggle(draft))} />
            </li>
          ))}
        </ul>
      )}
      <PromiseSuggestions draft={draft} suggestions={suggestions} onChange={onChange} />
    </section>
  );
}

interface WordChipProps {
  suggestion: Suggestion;
  pressed: boolean;
  onChange: () => void;
}

function WordChip({ suggestion: { label, quote }, pressed, onChange }: WordChipProps) {
  return (
    <ToggleChip pressed={pressed} onChange={onChange}>
      <span className="shrink-0">{label}</span>
      {quote.toLowerCase() !== label.toLowerCase() && (
        <span className="text-ink-2 min-w-0 truncate font-normal">{`“${quote}”`}</span>
      )}
    </ToggleChip>
  );
}
