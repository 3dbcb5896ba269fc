import type {
  AskSize,
  Channel,
  Direction,
  Interaction,
  InteractionDraft,
  InteractionKind,
  Purpose,
  Signal,
  VowDraft,
} from '@/api/types';
import { momentOf, parseDay } from './when';

interface Person {
  id: string;
  full_name: string;
}

/** A message that went out, word for word. */
export interface SentMessage {
  channel: Channel;
  subject: string;
  body: string;
  purpose: Purpose | null;
  /** To whom it asks to be introduced. */
  aboutId: string | null;
}

/** A log entry as it is being tapped together. */
export interface LogDraft {
  person: Person | null;
  kind: InteractionKind;
  direction: Direction;
  when: string;
  minutes: number | null;
  signals: Signal[];
  summary: string;
  askSize: AskSize;
  /** The event at which it happened. */
  eventId?: string | undefined;
  /** What they promised, by the signal that suggested it. */
  promises: Partial<Record<Signal, string>>;
  message: SentMessage | null;
}

export const CONVERSATIONS: readonly InteractionKind[] = ['call', 'video_call', 'meeting', 'event'];

/** What a kind mostly means: people talk in calls, and one writes an email. */
export function usualDirection(kind: InteractionKind): Direction {
  return CONVERSATIONS.includes(kind) || kind === 'introduction' ? 'mutual' : 'outbound';
}

export function freshDraft(kind: InteractionKind, person: Person | null): LogDraft {
  return {
    person,
    kind,
    direction: usualDirection(kind),
    when: 'today',
    minutes: null,
    signals: [],
    summary: '',
    askSize: 'none',
    promises: {},
    message: null,
  };
}

/** What is sent; null while the person or the day is not known. */
export function toInteraction(draft: LogDraft, now: Date): InteractionDraft | null {
  const day = parseDay(draft.when, now);
  if (!draft.person || !day) return null;
  return {
    contact_ids: [draft.person.id],
    kind: draft.kind,
    direction: draft.direction,
    occurred_at: momentOf(day, now).toISOString(),
    signals: draft.signals,
    assessed: draft.signals.length > 0,
    ...(draft.minutes && CONVERSATIONS.includes(draft.kind) && { duration_minutes: draft.minutes }),
    ...(draft.summary.trim() && { summary: draft.summary.trim() }),
    ...(draft.eventId && { event_id: draft.eventId }),
    ...(draft.askSize !== 'none' && { ask_size: draft.askSize }),
    ...(carriesMessage(draft) && draft.message && wordsOf(draft.message)),
  };
}

/** Whether the message belongs to the entry: a call or an answer of theirs is another thing. */
export const carriesMessage = ({ kind, direction }: Pick<LogDraft, 'kind' | 'direction'>) =>
  (kind === 'email' || kind === 'message') && direction === 'outbound';

const wordsOf = ({ channel, subject, body, purpose, aboutId }: SentMessage) => ({
  channel,
  body,
  ...(subject.trim() && { subject: subject.trim() }),
  ...(purpose && { purpose }),
  ...(aboutId && { about_contact_id: aboutId }),
});

/** The promises of theirs that were tapped, to be kept beside the interaction. */
export function toVows(draft: LogDraft, logged: Pick<Interaction, 'id' | 'occurred_at'>): VowDraft[] {
  const { person } = draft;
  if (!person) return [];
  const promised = draft.signals.flatMap((signal) => draft.promises[signal]?.trim() || []);
  return promised.map((what) => ({
    contact_id: person.id,
    by: 'them',
    what,
    made_at: logged.occurred_at,
    interaction_id: logged.id,
  }));
}
