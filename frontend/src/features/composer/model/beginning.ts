import { type Beginning, freshMessage, type Message } from './message';
import type { StoredMessage } from './storage';

/**
 * What the composer opens with. A message that was left lying goes on, unless the page before named somebody else or
 * it has been logged since as sent.
 */
export function firstMessage(stored: StoredMessage | null, beginning: Beginning, stillToLog: boolean): Message {
  if (!stored || (stored.sent && !stillToLog)) return freshMessage(beginning);
  const { message } = stored;
  if (beginning.person && beginning.person.id !== message.person?.id) return freshMessage(beginning);
  return { ...message, ...beginning };
}
