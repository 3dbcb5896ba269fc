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
  /** What either side promised, as it was read in the note and taken. */
  vows: DraftVow[];
  /** What changed hands, in short texts. */
  gave: string[];
  received: string[];
  message: SentMessage | null;
}

/** A promise on its way into the log. The key says in which words it was read. */
export interface DraftVow {
  key: string;
  by: VowDraft['by'];
  what: string;
  dueOn: string | null;
}

/** As much as the server keeps of what changed hands. */
const FAVOUR_LENGTH = 300;

export const KINDS = [
  'email',
  'message',
  'call',
  'video_call',
  'meeting',
  'event',
  'introduction',
  'gift',
  'note',
] as const;

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
    vows: [],
    gave: [],
    received: [],
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
    ...(draft.gave.length > 0 && { gave: oneText(draft.gave) }),
    ...(draft.received.length > 0 && { received: oneText(draft.received) }),
    ...(draft.eventId && { event_id: draft.eventId }),
    ...(draft.askSize !== 'none' && { ask_size: draft.askSize }),
    ...(carriesMessage(draft) && draft.message && wordsOf(draft.message)),
  };
}

const oneText = (favours: readonly string[]) => favours.join('; ').slice(0, FAVOUR_LENGTH);

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

/** The promises that were tapped, to be kept beside the interaction. */
export function toVows(draft: LogDraft, logged: Pick<Interaction, 'id' | 'occurred_at'>): VowDraft[] {
  const { person } = draft;
  if (!person) return [];
  const hinted = draft.signals.map((signal) => ({
    by: 'them' as const,
    what: draft.promises[signal] ?? '',
    dueOn: null,
  }));
  return [...hinted, ...draft.vows]
    .map(({ by, what, dueOn }) => ({ by, what: what.trim(), due_on: dueOn }))
    .filter(({ what }) => what !== '')
    .map((vow) => ({ ...vow, contact_id: person.id, made_at: logged.occurred_at, interaction_id: logged.id }));
}
