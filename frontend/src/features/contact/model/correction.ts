import type { Interaction, InteractionPatch, Signal } from '@/api/types';
import { isoDay, toDate } from '@/lib/dates';

/** What can be put right of an entry. */
export interface Correction {
  /** `2026-03-10`; empty while none is chosen. */
  day: string;
  summary: string;
  signals: Signal[];
}

export const correctionOf = ({ occurred_at, summary, signals }: Interaction): Correction => ({
  day: isoDay(toDate(occurred_at)),
  summary: summary ?? '',
  signals,
});

export const isCorrect = ({ day }: Correction): boolean => day !== '';

/** What to send. Another day keeps the hour, and what was not touched stays out. */
export function patchOf(now: Correction, entry: Interaction): InteractionPatch {
  const before = correctionOf(entry);
  const patch: InteractionPatch = {};
  if (now.day !== before.day) patch.occurred_at = onDay(entry.occurred_at, now.day);
  if (now.summary.trim() !== before.summary) patch.summary = now.summary.trim() || null;
  if (now.signals.join() !== before.signals.join()) {
    patch.signals = now.signals;
    patch.assessed = entry.assessed || now.signals.length > 0;
  }
  return patch;
}

function onDay(moment: string, day: string): string {
  const was = toDate(moment);
  const date = toDate(day);
  date.setHours(was.getHours(), was.getMinutes(), was.getSeconds(), was.getMilliseconds());
  return date.toISOString();
}
