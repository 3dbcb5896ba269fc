import type { ReplyRate } from '@/api/types';
import { formatNumber, formatPercent, plural } from '@/lib/intl';
import { ASKS, STAGES } from '@/lib/orders';
import { ASK_LABEL, STAGE_LABEL } from '@/lib/words';
import type { ChartTable } from '@/ui/charts/figure';
import type { Quality } from './qualities';
import { countWords, shareCell, spanCell } from './rates';

export const QUALITY_LABEL: Record<Quality, string> = {
  channel: 'Channel',
  length: 'Length',
  ask_size: 'Ask',
  weekday: 'Weekday',
  trust_stage: 'Trust',
};

/** Values that stand for "not known", and can be compared with nothing. */
const UNKNOWN = ['unknown', 'not_logged'];

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "LinkedIn", "Up to 50 words", "A 15-minute call", "Tuesday": a value as a person would say it. */
export function valueLabel(quality: Quality, value: string): string {
  if (value === 'linkedin') return 'LinkedIn';
  if (UNKNOWN.includes(value)) return quality === 'length' ? 'Text not logged' : 'Not logged';
  const ask = ASKS.find((one) => one === value);
  if (quality === 'ask_size' && ask) return ask === 'none' ? 'No ask' : sentenceCase(ASK_LABEL[ask]);
  const stage = STAGES.find((one) => one === value);
  return stage ? STAGE_LABEL[stage] : sentenceCase(value.replaceAll('_', ' '));
}

/** All that was sent, in a sentence. */
export function overallWords({ rate, median_days }: ReplyRate): string {
  if (rate.share === null) return 'No message has waited for a reply in this time.';
  const messages = plural(rate.of, 'message');
  if (rate.too_few) return `${formatNumber(rate.count)} of ${messages} got a reply within a week: too few to tell yet.`;
  const wait = median_days === null ? '' : ` Half of the replies came within ${daysWords(median_days)}.`;
  return `${formatPercent(rate.share)} of ${messages} got a reply within a week.${wait}`;
}

/**
 * What the rates of one quality show. Two are called different only where their intervals do not touch: with a
 * handful of messages the rest is chance.
 */
export function replyFinding(quality: Quality, rates: ReplyRate[]): string {
  const name = QUALITY_LABEL[quality].toLowerCase();
  const sure = rates.filter(({ rate, value }) => !rate.too_few && !UNKNOWN.includes(value));
  if (sure.length < 2) return `Too few messages yet to compare by ${name}`;
  const sorted = sure.toSorted((one, other) => (other.rate.share ?? 0) - (one.rate.share ?? 0));
  const best = sorted[0];
  const worst = sorted.at(-1);
  if (!best || !worst || worst.rate.high >= best.rate.low) return `No sure difference by ${name} so far`;
  const words = ({ value, rate }: ReplyRate) => `${valueLabel(quality, value)}, ${shareCell(rate)}`;
  return `Answered most: ${words(best)}. Answered least: ${words(worst)}`;
}

export const replyTable = (quality: Quality, rates: ReplyRate[]): ChartTable => ({
  columns: [QUALITY_LABEL[quality], 'Replies', 'Share', 'Likely', 'Usual wait'],
  rows: rates.map(({ value, rate, median_days }) => [
    valueLabel(quality, value),
    countWords(rate),
    shareCell(rate),
    spanCell(rate),
    median_days === null ? '–' : daysWords(median_days),
  ]),
});

const daysWords = (days: number) => plural(Math.max(1, Math.round(days)), 'day');
