import { addDays, differenceInCalendarDays, getISODay } from 'date-fns';
import type { Timing } from '@/api/types';
import { isoDay, shortDate, toDate, weekdayAndDay } from '@/lib/dates';
import { ruleWords } from '@/lib/rule-words';

/** Whether anything may go on a day, only what asks nothing, or nothing. */
export type Mood = 'suits' | 'light' | 'no';

export interface CalendarDay {
  day: string;
  mood: Mood;
  /** What holds back on that day, if anything does. */
  why: string;
}

type Period = Timing['periods'][number];

/** The weeks of the timetable, Monday first; null where a week begins before it or ends after it. */
export function weeksOf(timing: Timing): (CalendarDay | null)[][] {
  const first = toDate(dayOf(timing.from));
  const length = differenceInCalendarDays(toDate(dayOf(timing.until)), first);
  const blanks = Array.from({ length: getISODay(first) - 1 }, () => null);
  const days = Array.from({ length }, (_, place) => dayIn(timing, isoDay(addDays(first, place))));
  const cells = [...blanks, ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => cells[week * 7 + place] ?? null),
  );
}

function dayIn({ windows, light_windows, periods }: Timing, day: string): CalendarDay {
  const has = (list: Timing['windows']) => list.some((window) => window.day === day);
  const mood = has(windows) ? 'suits' : has(light_windows) ? 'light' : 'no';
  const over = periods.filter((period) => period.first_on <= day && day <= period.last_on);
  const holding = mood === 'no' ? over.filter(({ holds_back }) => holds_back === 'everything') : over;
  const whys = mood === 'suits' ? [] : holding.map(({ why }) => why);
  return { day, mood, why: whys.join(', ') || (mood === 'no' ? 'their working day is over' : '') };
}

/** The date on which a moment falls where it is said. */
const dayOf = (moment: string) => moment.slice(0, 10);
const clockOf = (moment: string) => moment.slice(11, 16);

export interface Hindrance {
  key: string;
  /** "The closing of the year". */
  name: string;
  when: string;
  /** What waits then. */
  effect: string;
  rule: string;
}

const EFFECT: Record<Period['holds_back'], string> = { everything: 'nothing goes out', asks: 'asks wait' };

/** What holds back in these weeks, each once however often it comes. */
export function hindrancesOf({ periods, until }: Timing, now: Date): Hindrance[] {
  const groups = new Map<string, [Period, ...Period[]]>();
  for (const period of periods.filter(({ first_on }) => first_on < dayOf(until))) {
    const key = `${period.rule} ${period.why} ${period.holds_back}`;
    const group = groups.get(key);
    if (group) group.push(period);
    else groups.set(key, [period]);
  }
  return [...groups].map(([key, [first, ...more]]) => ({
    key,
    name: first.why.charAt(0).toUpperCase() + first.why.slice(1),
    when: [stretchWords(first, now), more.length > 0 && `and ${more.length} more`].filter(Boolean).join(' '),
    effect: EFFECT[first.holds_back],
    rule: ruleWords(first.rule),
  }));
}

const stretchWords = ({ first_on, last_on }: Period, now: Date) =>
  first_on === last_on ? shortDate(first_on, now) : `${shortDate(first_on, now)} to ${shortDate(last_on, now)}`;

/** The next moment, in sentences. */
export function momentWords(timing: Timing): string[] {
  const { windows, light_windows } = timing;
  const [next] = windows;
  const [light] = light_windows;
  if (next) return [`${weekdayAndDay(next.day)} is the next day that suits.`, ...hoursWords(timing, next)];
  if (!light) return ['No day suits in these weeks.'];
  return [`Asks wait. A word that asks nothing can go on ${weekdayAndDay(light.day)}.`, ...hoursWords(timing, light)];
}

function hoursWords(timing: Timing, next: Timing['windows'][number]): string[] {
  const { hours, timezone, owner_timezone } = timing;
  const opens = hours.opens.slice(0, 5);
  const there = `They work ${opens} to ${hours.closes.slice(0, 5)}`;
  // Of today only the rest is given: a day of theirs is told by one that is still whole.
  const whole = [...timing.windows, ...timing.light_windows].find(({ from }) => clockOf(from) === opens);
  const window = whole ?? next;
  const { owner, talk } = window;
  if (clockOf(window.from) === clockOf(owner.from)) return [`${there}.`];
  return [
    `${there}, ${placeOf(timezone)} time: ${clockOf(owner.from)} to ${clockOf(owner.until)} for you.`,
    talk
      ? `Both of you are at work ${bothWords(talk, owner_timezone)}.`
      : 'You are never both at work: agree on an hour.',
  ];
}

function bothWords({ from, until }: { from: string; until: string }, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return `${format.format(new Date(from))} to ${format.format(new Date(until))}, your time`;
}

/** "Africa/Lagos" is Lagos. */
const placeOf = (timezone: string) => (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');
