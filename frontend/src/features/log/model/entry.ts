import { randomKey } from '@/lib/id';
import { type LogDraft, toInteraction } from './draft';

/** A draft that was handed in: the same for every try to send it, so that it is saved once. */
export interface Entry {
  key: string;
  /** When it was handed in; a day that was said in words counts from here. */
  at: string;
  draft: LogDraft;
}

/** Null while the person or the day is not known. An unchanged draft keeps its entry. */
export function entryOf(draft: LogDraft, now: Date, before: Entry | null): Entry | null {
  if (before?.draft === draft) return before;
  return toInteraction(draft, now) && { key: randomKey(), at: now.toISOString(), draft };
}

export const interactionOf = ({ draft, at }: Entry) => toInteraction(draft, new Date(at));
