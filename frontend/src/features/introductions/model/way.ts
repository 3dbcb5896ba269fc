import type { Way } from '@/api/types';
import { formatPercent, plural } from '@/lib/intl';
import { balanceWords } from '@/lib/words';

/** What is asked of the connector already, in a sentence. */
export function loadWords({ open_asks, recent_asks }: Way['load']): string {
  if (open_asks > 0)
    return `${plural(open_asks, 'ask')} of yours ${open_asks === 1 ? 'is' : 'are'} still open with them.`;
  if (recent_asks > 0) return `You asked them for ${plural(recent_asks, 'thing')} in the last 30 days.`;
  return 'You asked nothing of them in the last 30 days.';
}

export const balanceOf = ({ balance }: Way): string => balanceWords(balance);

/** What the chance that the connector agrees is made of. */
export const agreementParts = ({
  responsiveness,
  trust,
  reciprocity,
  warmth,
}: Way['agreement']): [string, string][] => [
  ['They answer you', formatPercent(responsiveness)],
  ['Trust', formatPercent(trust)],
  ['Give and take', formatPercent(reciprocity)],
  ['Warmth', formatPercent(warmth)],
];
