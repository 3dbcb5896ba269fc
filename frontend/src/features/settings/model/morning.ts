import type { Digests } from '@/api/types';
import { dayAndTime, shortDate } from '@/lib/dates';

/** Where mail cannot go out, an hour alone brings nothing. */
export const NO_MAIL =
  'Mail is not set up on this Comity: digests end in its log. Whoever runs it sets COMITY_SMTP_URL.';

/** "The next is due 11 Mar, 07:30. The one of 10 Mar was sent." */
export function digestWords({ digest_at, next_at, last }: Digests, now: Date): string {
  const next = digest_at && next_at && `The next is due ${dayAndTime(next_at, now)}.`;
  return [next, last && lastWords(last, now)].filter(Boolean).join(' ');
}

function lastWords({ day, status, reason }: NonNullable<Digests['last']>, now: Date): string {
  const one = `The one of ${shortDate(day, now)}`;
  if (status === 'sent') return `${one} was sent.`;
  if (status === 'empty') return `${one} had nothing to say, so none was sent.`;
  if (status === 'queued') return `${one} is on its way.`;
  return `${one} could not be sent${reason ? `: ${reason}` : '.'}`;
}
