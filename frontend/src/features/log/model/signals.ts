import type { Signal } from '@/api/types';

/** The nine that tell most come first and answer to the digits 1 to 9. */
export const WENT_WELL = [
  'asked_questions',
  'commonality_found',
  'offered_help',
  'offered_introduction',
  'invited_to_reconnect',
  'laughter',
  'candid',
  'stayed_longer',
] as const satisfies Signal[];

export const WENT_BADLY = [
  'curt',
  'cut_short',
  'vague_promise',
  'avoided_next_step',
  'low_curiosity',
  'multitasking',
] as const satisfies Signal[];

const BY_DIGIT = [...WENT_WELL.slice(0, 5), ...WENT_BADLY.slice(0, 4)];

export const signalOfDigit = (digit: string): Signal | undefined => BY_DIGIT[Number(digit) - 1];

export function digitOfSignal(signal: Signal): string | null {
  const place = BY_DIGIT.indexOf(signal);
  return place === -1 ? null : String(place + 1);
}

/** What a promise of theirs would say, where a signal suggests that they made one. */
export const OFFERED_PROMISE: Partial<Record<Signal, string>> = {
  offered_help: 'Help with what we talked about',
  offered_introduction: 'Make an introduction',
  vague_promise: 'Get back to me',
};

export function toggled(signals: readonly Signal[], signal: Signal): Signal[] {
  return signals.includes(signal) ? signals.filter((other) => other !== signal) : [...signals, signal];
}
