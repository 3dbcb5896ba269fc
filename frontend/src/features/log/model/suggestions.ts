import type { Reading, VowDraft } from '@/api/types';
import { weekdayAndDay } from '@/lib/dates';
import { ASKS } from '@/lib/orders';
import { carried, type Stretch, unitsOf } from '@/lib/spans';
import { ASK_LABEL, KIND_LABEL, SIGNAL_LABEL } from '@/lib/words';
import { CONVERSATIONS, type DraftVow, type LogDraft } from './draft';
import { toggled } from './signals';

/** A note and what was read in it. */
export interface ReadNote {
  text: string;
  reading: Reading;
}

/** Something that the note shows, and what tapping it does to the entry. */
export interface Suggestion extends Stretch {
  key: string;
  of: 'kind' | 'minutes' | 'signal' | 'vow' | 'ask' | 'favour';
  label: string;
  /** The words that show it, as they stand in the note. */
  quote: string;
  isTaken: (draft: LogDraft) => boolean;
  toggle: (draft: LogDraft) => LogDraft;
  /** The promise that it would keep. */
  vow?: DraftVow;
}

/** What was read, in the order of the note, where it stands in the text as it is now. */
export function readHere({ text, reading }: ReadNote, now: string): Suggestion[] {
  const unit = unitsOf(text);
  const placed = everythingIn(reading).map((one) => ({ ...one, start: unit(one.start), end: unit(one.end) }));
  return carried(placed, text, now).toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** Without what has no place in the entry: only a talk has a length, and what they wrote asks nothing of mine. */
export function fitting(suggestions: readonly Suggestion[], { kind, direction }: LogDraft): Suggestion[] {
  const hasPlace: Partial<Record<Suggestion['of'], boolean>> = {
    minutes: CONVERSATIONS.includes(kind),
    ask: direction !== 'inbound',
  };
  return suggestions.filter(({ of }) => hasPlace[of] ?? true);
}

function everythingIn(reading: Reading): Suggestion[] {
  const { kind, duration, asks, promises, gave, received } = reading;
  return [
    ...(kind ? [ofKind(kind)] : []),
    ...(duration ? [ofDuration(duration)] : []),
    ...commonGround(reading),
    ...promises.map(ofPromise),
    ...largest(asks.filter(({ by }) => by === 'me')).map(ofAsk),
    ...gave.map((favour) => ofFavour('gave', 'You gave', favour)),
    ...received.map((favour) => ofFavour('received', 'They gave', favour)),
  ];
}

const shownBy = ({ start, end, quote }: Stretch & { quote: string }) => ({ start, end, quote });

const ofKind = (found: NonNullable<Reading['kind']>): Suggestion => ({
  ...shownBy(found),
  of: 'kind',
  key: `kind ${found.kind} ${found.direction}`,
  label: KIND_LABEL[found.kind],
  isTaken: ({ kind, direction }) => kind === found.kind && direction === found.direction,
  // One of a few, as in the row of kinds: it is changed, never taken away.
  toggle: (draft) => ({ ...draft, kind: found.kind, direction: found.direction }),
});

const ofDuration = (found: NonNullable<Reading['duration']>): Suggestion => ({
  ...shownBy(found),
  of: 'minutes',
  key: `minutes ${found.minutes}`,
  label: `${found.minutes} min`,
  isTaken: ({ minutes }) => minutes === found.minutes,
  toggle: (draft) => ({ ...draft, minutes: draft.minutes === found.minutes ? null : found.minutes }),
});

const COMMON = 'commonality_found';

/** The signals. Where the common ground has a name, it is said in place of the bare signal. */
function commonGround({ signals, commonalities }: Reading): Suggestion[] {
  const named = commonalities.map((found) => ({
    ...ofSignal({ ...found, signal: COMMON }),
    key: `common ${found.start}`,
    label: found.kind ? `In common: ${found.name}` : SIGNAL_LABEL[COMMON],
  }));
  const bare = signals.filter(({ signal }) => signal !== COMMON || named.length === 0);
  return [...named, ...bare.map(ofSignal)];
}

const ofSignal = (found: Reading['signals'][number]): Suggestion => ({
  ...shownBy(found),
  of: 'signal',
  key: `signal ${found.signal} ${found.start}`,
  label: SIGNAL_LABEL[found.signal],
  isTaken: ({ signals }) => signals.includes(found.signal),
  toggle: (draft) => ({ ...draft, signals: toggled(draft.signals, found.signal) }),
});

function ofPromise(found: Reading['promises'][number]): Suggestion {
  const vow = { key: `${found.by} ${found.what}`, by: found.by, what: found.what, dueOn: found.due_on };
  return {
    ...shownBy(found),
    of: 'vow',
    key: `vow ${vow.key}`,
    label: vowWords(vow),
    isTaken: ({ vows }) => vows.some(({ key }) => key === vow.key),
    toggle: (draft) => withVow(draft, vow),
    vow,
  };
}

/** Takes a promise into the entry, or out of it again. */
export function withVow(draft: LogDraft, vow: DraftVow): LogDraft {
  const others = draft.vows.filter(({ key }) => key !== vow.key);
  return { ...draft, vows: others.length < draft.vows.length ? others : [...others, vow] };
}

const WHO: Record<VowDraft['by'], string> = { me: 'You will', them: 'They will' };

/** "You will: send the deck, by Fri 4 Dec". */
export const vowWords = ({ by, what, dueOn }: Pick<DraftVow, 'by' | 'what' | 'dueOn'>): string =>
  `${WHO[by]}: ${what}${dueOn ? `, by ${weekdayAndDay(dueOn)}` : ''}`;

/** The entry holds one ask: the largest. */
const largest = (asks: Reading['asks']): Reading['asks'] =>
  asks.toSorted((one, other) => ASKS.indexOf(other.ask_size) - ASKS.indexOf(one.ask_size)).slice(0, 1);

const ofAsk = (found: Reading['asks'][number]): Suggestion => ({
  ...shownBy(found),
  of: 'ask',
  key: `ask ${found.ask_size}`,
  label: `You asked for ${ASK_LABEL[found.ask_size]}`,
  isTaken: ({ askSize }) => askSize === found.ask_size,
  toggle: (draft) => ({ ...draft, askSize: draft.askSize === found.ask_size ? 'none' : found.ask_size }),
});

function ofFavour(hand: 'gave' | 'received', who: string, found: Reading['gave'][number]): Suggestion {
  const text = found.what;
  return {
    ...shownBy(found),
    of: 'favour',
    key: `${hand} ${text}`,
    label: `${who} something`,
    isTaken: (draft) => draft[hand].includes(text),
    toggle: (draft) => ({
      ...draft,
      [hand]: draft[hand].includes(text) ? draft[hand].filter((other) => other !== text) : [...draft[hand], text],
    }),
  };
}
