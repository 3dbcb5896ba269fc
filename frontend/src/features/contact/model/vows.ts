import type { Vow } from '@/api/types';

/** Mine and theirs apart; what is open comes first, then what is due soonest. */
export function byParty(vows: readonly Vow[]): { mine: Vow[]; theirs: Vow[] } {
  const sorted = [...vows].sort((one, other) => rank(one) - rank(other) || due(one).localeCompare(due(other)));
  return { mine: sorted.filter((vow) => vow.by === 'me'), theirs: sorted.filter((vow) => vow.by === 'them') };
}

const rank = (vow: Vow) => (vow.status === 'open' ? 0 : 1);
const due = (vow: Vow) => vow.due_on ?? '9999';
