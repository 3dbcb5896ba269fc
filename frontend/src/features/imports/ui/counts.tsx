import type { Import } from '@/api/types';
import { formatNumber } from '@/lib/intl';

const PREVIEW_WORDS = { created: 'New', updated: 'Brought up to date', skipped: 'Nothing new', refused: 'Refused' };
const DONE_WORDS = { ...PREVIEW_WORDS, created: 'Added' };
const OUTCOMES = ['created', 'updated', 'skipped', 'refused'] as const;

export function Counts({ counts, preview }: { counts: Import['counts']; preview: boolean }) {
  const words = preview ? PREVIEW_WORDS : DONE_WORDS;
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} className="flex flex-col-reverse">
          <dt className="text-ink-3 text-sm">{words[outcome]}</dt>
          <dd className="tabular font-serif text-2xl font-medium">{formatNumber(counts[outcome])}</dd>
        </div>
      ))}
    </dl>
  );
}
