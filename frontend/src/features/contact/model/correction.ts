import type { AskSize, Direction, Interaction, InteractionKind, InteractionPatch, Signal } from '@/api/types';
import { isoDay, toDate } from '@/lib/dates';

/** What can be put right of an entry. */
export interface Correction {
  /** `2026-03-10`; empty while none is chosen. */
  day: string;
  kind: InteractionKind;
  direction: Direction;
  minutes: number | null;
  askSize: AskSize;
  askOutcome: Interaction['ask_outcome'];
  summary: string;
  signals: Signal[];
}

export const correctionOf = (entry: Interaction): Correction => ({
  day: isoDay(toDate(entry.occurred_at)),
  kind: entry.kind,
  direction: entry.direction,
  minutes: entry.duration_minutes,
  askSize: entry.ask_size,
  askOutcome: entry.ask_outcome,
  summary: entry.summary ?? '',
  signals: entry.signals,
});

export const isCorrect = ({ day }: Correction): boolean => day !== '';

/** What to send. Another day keeps the hour, and what was not touched stays out. */
export function patchOf(now: Correction, entry: Interaction): InteractionPatch {
  const before = correctionOf(entry);
  const patch: InteractionPatch = {};
  if (now.day !== before.day) patch.occurred_at = onDay(entry.occurred_at, now.day);
  if (now.kind !== before.kind) patch.kind = now.kind;
  if (now.direction !== before.direction) patch.direction = now.direction;
  if (now.minutes !== before.minutes) patch.duration_minutes = now.minutes;
  if (now.askSize !== before.askSize) patch.ask_size = now.askSize;
  if (now.askOutcome !== before.askOutcome) patch.ask_outcome = now.askOutcome;
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
