import type { HookEvent, HookPerson } from '@/api/types';

type Status = HookEvent['status'];

export const STATUSES = [
  'unmatched',
  'received',
  'applied',
  'rejected',
  'ignored',
] as const satisfies readonly Status[];

export const STATUS_LABEL: Record<Status, string> = {
  received: 'On its way',
  applied: 'In the log',
  unmatched: 'Waits for you',
  rejected: 'Not understood',
  ignored: 'Left out',
};

/** Where nothing is listed: what would be. */
export const NOTHING: Record<Status, string> = {
  received: 'Nothing is on its way.',
  applied: 'Nothing has come into the log yet.',
  unmatched: 'Nobody waits to be recognised.',
  rejected: 'Everything was understood.',
  ignored: 'Nothing was left out.',
};

export const nameOf = (person: HookPerson): string =>
  person.full_name || person.name || person.email || person.phone || 'Somebody';

/** "Sam Okafor and Ana Reis": with whom it was. */
function peopleOf(event: HookEvent): string {
  const names = event.people.map(nameOf);
  return new Intl.ListFormat('en').format(names);
}

export const titleOf = (event: HookEvent): string => peopleOf(event) || event.external_id;

const DIRECTION: Record<NonNullable<HookEvent['direction']>, string> = {
  inbound: 'from them',
  outbound: 'from you',
  mutual: '',
};

/** "Video call", "Email from them": what it was. */
export function whatOf({ kind, direction }: HookEvent): string {
  if (!kind) return '';
  const words = kind.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${direction ? DIRECTION[direction] : ''}`.trim();
}

export const unknownOf = (event: HookEvent): HookPerson[] => event.people.filter((person) => !person.contact_id);
