import type { Cooling, Insights, StagesAt } from '@/api/types';
import { shortDate } from '@/lib/dates';
import { formatNumber, formatPercent, plural } from '@/lib/intl';
import { STAGES } from '@/lib/orders';
import { STAGE_LABEL } from '@/lib/words';
import type { ChartTable } from '@/ui/charts/figure';

type Health = Insights['health'];

const TEMPERATURES = [
  ['warm', 'Warm'],
  ['cooling', 'Cooling'],
  ['cold', 'Cold'],
  ['never_in_exchange', 'No exchange yet'],
] as const;

export function healthFinding({ contacts, never_in_exchange, warm }: Health): string {
  const known = contacts - never_in_exchange;
  if (known === 0) return `No exchange yet with ${plural(contacts, 'person', 'people')}`;
  return `${formatNumber(warm)} of the ${plural(known, 'person', 'people')} you have had an exchange with ${warm === 1 ? 'is' : 'are'} warm`;
}

/** How many are how warm, and what share of all that is. */
export const temperatures = (health: Health) =>
  TEMPERATURES.map(([key, label]) => ({ key, label, count: health[key], share: health[key] / health.contacts }));

export const healthTable = (health: Health): ChartTable => ({
  columns: ['Warmth', 'People', 'Share'],
  rows: temperatures(health).map(({ label, count, share }) => [label, formatNumber(count), formatPercent(share)]),
});

/** The stages that an exchange leads to, from the furthest: strangers are those to whom nothing led yet. */
export const REACHED = STAGES.slice(1).toReversed();

export const reached = ({ trust_stages }: StagesAt) =>
  REACHED.reduce((sum, stage) => sum + (trust_stages[stage] ?? 0), 0);

/** How many are past the first exchange, against the beginning. */
export function stagesFinding(stages: StagesAt[], now: Date): string {
  const first = stages[0];
  const last = stages.at(-1);
  if (!first || !last) return 'Nothing to compare yet';
  const people = `${plural(reached(last), 'person is', 'people are')} acquainted or closer`;
  const more = reached(last) - reached(first);
  const since = `on ${shortDate(first.at, now)}`;
  if (more === 0) return `${people}, as many as ${since}`;
  return `${people}, ${formatNumber(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than ${since}`;
}

export const stagesTable = (stages: StagesAt[], now: Date): ChartTable => ({
  columns: ['Day', ...STAGES.map((stage) => STAGE_LABEL[stage])],
  rows: stages.map(({ at, trust_stages }) => [
    shortDate(at, now),
    ...STAGES.map((stage) => formatNumber(trust_stages[stage] ?? 0)),
  ]),
});

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who slips away most: the first three by name, as the server ranks them by how much they matter. */
export function coolingFinding(people: Cooling[]): string {
  if (people.length === 0) return 'Nobody you were warm with is turning cold';
  const names = people.slice(0, 3).map(({ contact }) => contact.full_name);
  return `${LIST.format(names)} ${names.length === 1 ? 'is' : 'are'} cooling most`;
}

export const coolingWords = ({ warmth, warmth_before }: Cooling) =>
  `${formatPercent(warmth)}, from ${formatPercent(warmth_before)}`;

export const coolingTable = (people: Cooling[], now: Date): ChartTable => ({
  columns: ['Person', 'Trust', '3 months ago', 'Now', 'Last exchange'],
  rows: people.map(({ contact, trust_stage, warmth, warmth_before, last_reciprocated_at }) => [
    contact.full_name,
    STAGE_LABEL[trust_stage],
    formatPercent(warmth_before),
    formatPercent(warmth),
    last_reciprocated_at ? shortDate(last_reciprocated_at, now) : 'none',
  ]),
});
