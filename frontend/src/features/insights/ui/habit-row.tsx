import { Link } from '@tanstack/react-router';
import { ArrowDownRight, ArrowUpRight, Ellipsis, type LucideIcon, MoveRight } from 'lucide-react';
import type { Habit, HabitEvidence } from '@/api/types';
import { cn } from '@/lib/cn';
import { LIST_STOP } from '@/lib/commands/use-list-keys';
import { formatPercent } from '@/lib/intl';
import { Bar } from '@/ui/charts/bars';
import { evidenceKey, evidenceLabel, fixLabel, trendWords } from '../model/habits';
import { spanWords } from '../model/rates';

interface Props {
  habit: Habit;
  /** The one with most to gain. */
  first: boolean;
  leastToTell: number;
}

export function HabitRow({ habit, first, leastToTell }: Props) {
  return (
    <li
      {...LIST_STOP}
      tabIndex={-1}
      className="border-line grid gap-2.5 rounded-sm border-b py-5 last:border-0 focus-visible:outline-offset-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-serif text-xl font-medium">{habit.title}</h3>
        {first && (
          <span className="bg-accent-soft text-accent rounded-full px-2 text-xs leading-5 font-medium">
            Most to gain
          </span>
        )}
      </div>
      <HowOften habit={habit} leastToTell={leastToTell} />
      {habit.opportunities > 0 && <TrendLine trend={habit.trend} />}
      <p className={cn('border-l-2 pl-3', habit.count > 0 ? 'border-accent' : 'border-line text-ink-2')}>
        <strong className="font-semibold">{fixLabel(habit)}:</strong> {habit.fix.text}
      </p>
      {habit.evidence.length > 0 && <EvidenceList habit={habit} />}
    </li>
  );
}

function HowOften({ habit, leastToTell }: Omit<Props, 'first'>) {
  const { rate, text } = habit;
  if (rate.share === null) return <p className="text-ink-2">{text}</p>;
  const certainty = habit.too_few
    ? `Too few to tell: it takes ${leastToTell}.`
    : `${formatPercent(rate.share)}, likely ${spanWords(rate)}.`;
  return (
    <div className="grid gap-1.5">
      <p className="text-ink-2 tabular">
        {text} <span className="text-ink-3">{certainty}</span>
      </p>
      <Bar share={rate.share} span={rate} faint={habit.too_few} />
    </div>
  );
}

const TREND: Record<Habit['trend']['direction'], { icon: LucideIcon; tone: string }> = {
  better: { icon: ArrowDownRight, tone: 'text-ok' },
  worse: { icon: ArrowUpRight, tone: 'text-hold' },
  steady: { icon: MoveRight, tone: 'text-ink-3' },
  too_few: { icon: Ellipsis, tone: 'text-ink-3' },
};

function TrendLine({ trend }: { trend: Habit['trend'] }) {
  const { icon: Icon, tone } = TREND[trend.direction];
  return (
    <p className={cn('tabular flex gap-2 text-sm', tone)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {trendWords(trend)}
    </p>
  );
}

function EvidenceList({ habit }: { habit: Habit }) {
  return (
    <details>
      <summary className="text-accent w-fit rounded-sm py-1 text-sm font-medium">
        {evidenceLabel(habit)}
        <span className="sr-only">{`: ${habit.title}`}</span>
      </summary>
      <ul className="mt-1 grid text-sm">
        {habit.evidence.map((evidence) => (
          <li key={evidenceKey(evidence)} className="py-1">
            <EvidenceLine evidence={evidence} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Opens the timeline on which it stands; what concerns nobody stands on none. */
function EvidenceLine({ evidence }: { evidence: HabitEvidence }) {
  if (!evidence.contact) return evidence.text;
  return (
    <Link
      to="/people/$contactId"
      params={{ contactId: evidence.contact.id }}
      search={{ view: 'timeline' }}
      className="decoration-edge inline-block rounded-sm py-0.5 underline underline-offset-4"
    >
      {evidence.text}
    </Link>
  );
}
