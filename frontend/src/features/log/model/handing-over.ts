import type { AskSize } from '@/api/types';
import { freshDraft, type LogDraft, type SentMessage } from './draft';
import { storeDraft, storedDraft } from './storage';

/** Lays a message that was sent on the log's desk: the log opens with it, and only has to be saved. */
export function logAsSent(person: NonNullable<LogDraft['person']>, message: SentMessage, askSize: AskSize): void {
  const kind = message.channel === 'email' ? 'email' : 'message';
  storeDraft({ ...freshDraft(kind, person), askSize, message });
}

/** Whether a message to this person lies there and waits to be saved. */
export function isStillToLog(personId: string | undefined): boolean {
  const draft = storedDraft();
  return Boolean(draft?.message) && draft?.person?.id === personId;
}
