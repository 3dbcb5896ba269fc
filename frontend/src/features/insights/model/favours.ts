import type { Balance, GiveAndTake } from '@/api/types';
import { formatNumber, plural } from '@/lib/intl';
import type { ChartTable } from '@/ui/charts/figure';

const times = (count: number) => (count === 1 ? 'once' : plural(count, 'time'));

export function favoursFinding({ gives, takes }: GiveAndTake): string {
  if (gives + takes === 0) return 'No favour was noted in this time';
  if (gives === takes) return `You gave ${times(gives)} and received as often`;
  return `You gave ${gives ? times(gives) : 'nothing yet'} and received ${takes ? times(takes) : 'nothing yet'}`;
}

export const favoursTable = ({ gives, takes }: GiveAndTake): ChartTable => ({
  columns: ['Favours', 'In this time'],
  rows: [
    ['You gave', formatNumber(gives)],
    ['You received', formatNumber(takes)],
  ],
});

/** What passed in this time; the balance itself reaches further back. */
export function balanceWords({ gives, takes }: Balance): string {
  if (gives + takes === 0) return 'from earlier';
  return `gave ${formatNumber(gives)}, received ${formatNumber(takes)}`;
}
