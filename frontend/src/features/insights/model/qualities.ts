import type { ReplyRates } from '@/api/types';

/** What messages can be compared by. A file of its own: the address is read before the screen is loaded. */
export const QUALITIES = ['channel', 'length', 'ask_size', 'weekday', 'trust_stage'] as const satisfies Exclude<
  keyof ReplyRates,
  'overall'
>[];

export type Quality = (typeof QUALITIES)[number];
