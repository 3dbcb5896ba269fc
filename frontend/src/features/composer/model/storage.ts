import * as v from 'valibot';
import { ASKS } from '@/lib/orders';
import { INTENTS } from './intents';
import { CHANNELS, type Message } from './message';

const MESSAGE = 'comity-message';

const person = v.nullable(v.object({ id: v.string(), full_name: v.string() }));

const storedSchema = v.object({
  message: v.object({
    person,
    about: person,
    channel: v.picklist(CHANNELS),
    subject: v.string(),
    body: v.string(),
    attachments: v.string(),
    askSize: v.nullable(v.picklist(ASKS)),
    intent: v.nullable(v.picklist(INTENTS)),
  }),
  /** It went over to the log as sent. */
  sent: v.boolean(),
});

export type StoredMessage = v.InferOutput<typeof storedSchema>;

/** The message of before a reload, if there is one and it can still be read. */
export function storedMessage(): StoredMessage | null {
  try {
    const parsed = v.safeParse(storedSchema, JSON.parse(localStorage.getItem(MESSAGE) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export const storeMessage = (message: Message, sent = false) =>
  localStorage.setItem(MESSAGE, JSON.stringify({ message, sent } satisfies StoredMessage));

/** Whoever signs out leaves nothing behind. */
export const forgetMessage = () => localStorage.removeItem(MESSAGE);
