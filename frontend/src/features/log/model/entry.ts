import type { InteractionPatch } from '@/api/types';
import { randomKey } from '@/lib/id';
import { freshDraft, type LogDraft, toInteraction } from './draft';

/** A draft that was handed in: the same for every try to send it, so that it is saved once. */
export interface Entry {
  key: string;
  /** When it was handed in; a day that was said in words counts from here. */
  at: string;
  draft: LogDraft;
  /** The interaction that it says more about, where that was saved before. */
  amends?: string | undefined;
}

/** Null while the person or the day is not known. An unchanged draft keeps its entry. */
export function entryOf(draft: LogDraft, now: Date, before: Entry | null): Entry | null {
  if (before?.draft === draft) return before;
  return toInteraction(draft, now) && { key: randomKey(), at: now.toISOString(), draft };
}

/** A talk at an event, the moment somebody was met: what was said of it comes after. */
export function talkAt(eventId: string, person: NonNullable<LogDraft['person']>, at: Date): Entry {
  return { key: randomKey(), at: at.toISOString(), draft: { ...freshDraft('event', person), eventId } };
}

/** What an entry adds to an interaction that was saved before. */
export const amendmentOf = ({ draft }: Entry): InteractionPatch => ({
  signals: draft.signals,
  assessed: draft.signals.length > 0,
  summary: draft.summary.trim() || null,
});

export const interactionOf = ({ draft, at }: Entry) => toInteraction(draft, new Date(at));
