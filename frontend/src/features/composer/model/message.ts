import type { AskSize, Drafted, DraftWish, Intent, MessageToCheck } from '@/api/types';
import type { Person } from '@/features/contacts';
import { parted } from '@/lib/lists';

/** The ways in which one writes; the others are spoken. */
export const CHANNELS = ['email', 'linkedin', 'text'] as const;

export type WrittenChannel = (typeof CHANNELS)[number];

/** A message as it is being written. */
export interface Message {
  /** Who reads it. */
  person: Person | null;
  /** To whom an introduction is asked for. */
  about: Person | null;
  channel: WrittenChannel;
  subject: string;
  body: string;
  /** The names of the files, as typed: separated by commas. */
  attachments: string;
  /** What it asks, where the owner says so; null: what the text says. */
  askSize: AskSize | null;
  intent: Intent | null;
}

/** What the page before knew of the message. */
export type Beginning = Partial<Pick<Message, 'person' | 'about' | 'channel' | 'askSize' | 'intent'>>;

export const freshMessage = (beginning: Beginning = {}): Message => ({
  person: null,
  about: null,
  channel: 'email',
  subject: '',
  body: '',
  attachments: '',
  askSize: null,
  intent: null,
  ...beginning,
});

/** A text message has no subject; one that was typed before the channel changed is kept, not sent. */
export const hasSubject = ({ channel }: Pick<Message, 'channel'>) => channel !== 'text';

export const isBlank = ({ body }: Pick<Message, 'body'>) => body.trim() === '';

export const filesOf = ({ attachments }: Pick<Message, 'attachments'>): string[] => parted(attachments);

/** What the coach is asked about: the text exactly as it stands. */
export const toCheck = (message: Message): MessageToCheck => ({
  contact_id: message.person?.id ?? null,
  channel: message.channel,
  subject: hasSubject(message) ? message.subject : null,
  body: message.body,
  attachments: filesOf(message),
  ask_size: message.askSize,
});

/** What is drafted. A request for an introduction is about one person and written to another. */
export function toWish(message: Message, intent: Intent): DraftWish | null {
  const { person, about, channel } = message;
  const wish = { intent, channel, ask_size: message.askSize };
  if (intent === 'request_introduction') {
    return person && about && { ...wish, contact_id: about.id, via_contact_id: person.id };
  }
  return person && { ...wish, contact_id: person.id };
}

/** The message with a draft's words in place of its own. What it asks is read from the words again. */
export const withDraft = (message: Message, drafted: Drafted): Message => ({
  ...message,
  subject: drafted.subject ?? '',
  body: drafted.body,
  askSize: null,
});
