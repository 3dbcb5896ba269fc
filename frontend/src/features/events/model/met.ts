import type { Interaction } from '@/api/types';
import type { Entry, LogDraft } from '@/features/log';

/** What is noted of a talk there. `unsent`: it waits for the network. */
export interface Met {
  signals: LogDraft['signals'];
  summary: string;
  /** The interaction; null while it waits. */
  talk: Interaction | null;
  unsent: Entry | null;
}

const isTalk = ({ kind, direction }: Interaction) => kind === 'event' || direction === 'mutual';

/** Who was met, by id. What waits to be sent says more than what was saved. */
export function metAt(eventId: string, talks: readonly Interaction[], waiting: readonly Entry[]): Map<string, Met> {
  const met = new Map<string, Met>();
  for (const talk of [...talks].reverse().filter(isTalk)) {
    const { signals } = talk;
    for (const id of talk.contact_ids) met.set(id, { signals, summary: talk.summary ?? '', talk, unsent: null });
  }
  for (const unsent of waiting.filter(({ draft }) => draft.eventId === eventId)) {
    const { person, signals, summary } = unsent.draft;
    if (person) met.set(person.id, { signals, summary, talk: met.get(person.id)?.talk ?? null, unsent });
  }
  return met;
}

/** A tap and no more: taking it back loses nothing that another tap would not bring. */
export const isBare = ({ signals, summary, talk, unsent }: Met): boolean =>
  talk?.contact_ids.length === 1 && !unsent && signals.length === 0 && !summary;
