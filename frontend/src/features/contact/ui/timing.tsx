import { useQuery } from '@tanstack/react-query';
import type { Timing as Timetable } from '@/api/types';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { weekdayAndDay } from '@/lib/dates';
import { Section } from '@/ui/section';
import { timingQuery } from '../api/queries';
import { type CalendarDay, hindrancesOf, type Mood, momentWords, weeksOf } from '../model/calendar';

/** When to write, and when not, over the next weeks. */
export function Timing({ contactId }: { contactId: string }) {
  const timing = useQuery(timingQuery(contactId));
  return (
    <Section title="When to write" query={timing}>
      {(data) => (
        <>
          <p className="text-ink-2 text-sm">{momentWords(data).join(' ')}</p>
          <Calendar timing={data} />
          <Legend />
          <Hindrances timing={data} />
        </>
      )}
    </Section>
  );
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Never colour alone: what does not suit is struck out, what is held back is dotted round. */
const LOOK: Record<Mood, string> = {
  suits: 'bg-accent-soft text-accent font-semibold',
  light: 'border-hold text-hold border border-dashed',
  no: 'text-ink-3 line-through',
};

const SAYS: Record<Mood, string> = { suits: 'suits', light: 'asks wait', no: 'not this day' };

function Calendar({ timing }: { timing: Timetable }) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5">
      <caption className="sr-only">The next weeks, day by day</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" className="text-ink-3 text-xs font-normal">
              <abbr title={weekday} className="no-underline">
                {weekday.slice(0, 2)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(timing).map((week, place) => (
          <tr key={week.find(Boolean)?.day ?? place}>
            {week.map((day, weekday) => (
              <td key={day?.day ?? WEEKDAYS[weekday]} className="h-9 p-0 text-center text-sm">
                {day && <Day day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { day, mood, why } }: { day: CalendarDay }) {
  const words = [`${weekdayAndDay(day)}: ${SAYS[mood]}`, why].filter(Boolean).join(', ');
  return (
    <span title={words} className={cn('tabular grid h-full place-items-center rounded-sm', LOOK[mood])}>
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

const MOODS: [Mood, string][] = [
  ['suits', 'Suits'],
  ['light', 'Asks wait'],
  ['no', 'Not these'],
];

function Legend() {
  return (
    <ul aria-hidden="true" className="text-ink-3 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {MOODS.map(([mood, words]) => (
        <li key={mood} className="flex items-center gap-1.5">
          <span className={cn('grid h-5 w-6 place-items-center rounded-[3px] text-[0.6875rem]', LOOK[mood])}>7</span>
          {words}
        </li>
      ))}
    </ul>
  );
}

function Hindrances({ timing }: { timing: Timetable }) {
  const hindrances = hindrancesOf(timing, clock.now());
  if (hindrances.length === 0) return null;
  return (
    <ul aria-label="What holds back" className="border-line grid gap-2 border-t pt-3 text-sm">
      {hindrances.map(({ key, name, when, effect, rule }) => (
        <li key={key}>
          <span className="font-medium">{name}</span>
          <span className="text-ink-2">{`: ${effect}, ${when}`}</span>
          <span className="text-ink-3 block text-xs">{rule}</span>
        </li>
      ))}
    </ul>
  );
}
