import * as v from 'valibot';
import type { Channel, InteractionKind, Purpose } from '@/api/types';
import { ASKS } from '@/lib/orders';
import { CHANNEL_WORDS, KIND_LABEL, SIGNAL_LABEL } from '@/lib/words';
import type { LogDraft } from './draft';
import type { Entry } from './entry';

const DRAFT = 'comity-log-draft';
const LAST_KIND = 'comity-log-kind';
const WAITING = 'comity-log-waiting';

const kinds = Object.keys(KIND_LABEL) as InteractionKind[];
const PURPOSES = [
  'outreach',
  'follow_up',
  'thanks',
  'congratulation',
  'promise_check',
  'promise_delivery',
  'ask',
  'introduction_request',
  'share',
  'small_talk',
] as const satisfies Purpose[];
const signal = v.picklist(Object.keys(SIGNAL_LABEL) as (keyof typeof SIGNAL_LABEL)[]);
const kind = v.picklist(kinds);

const messageSchema = v.object({
  channel: v.picklist(Object.keys(CHANNEL_WORDS) as Channel[]),
  subject: v.string(),
  body: v.string(),
  purpose: v.nullable(v.picklist(PURPOSES)),
  aboutId: v.nullable(v.string()),
});

const vowSchema = v.object({
  key: v.string(),
  by: v.picklist(['me', 'them']),
  what: v.string(),
  dueOn: v.nullable(v.string()),
});

const draftSchema = v.object({
  person: v.nullable(v.object({ id: v.string(), full_name: v.string() })),
  kind,
  direction: v.picklist(['outbound', 'inbound', 'mutual']),
  when: v.string(),
  minutes: v.nullable(v.number()),
  signals: v.array(signal),
  summary: v.string(),
  askSize: v.picklist(ASKS),
  eventId: v.optional(v.string()),
  promises: v.record(v.string(), v.string()),
  vows: v.optional(v.array(vowSchema), []),
  gave: v.optional(v.array(v.string()), []),
  received: v.optional(v.array(v.string()), []),
  message: v.optional(v.nullable(messageSchema), null),
});

const waitingSchema = v.array(
  v.object({ key: v.string(), at: v.string(), draft: draftSchema, amends: v.optional(v.string()) }),
);

/** The draft of before a reload, if there is one and it can still be read. */
export function storedDraft(): LogDraft | null {
  const parsed = v.safeParse(draftSchema, readJson(DRAFT));
  return parsed.success ? parsed.output : null;
}

export function storeDraft(draft: LogDraft | null): void {
  if (draft) localStorage.setItem(DRAFT, JSON.stringify(draft));
  else localStorage.removeItem(DRAFT);
}

/** The entries that could not be sent yet, oldest first. */
export function storedWaiting(): Entry[] {
  const parsed = v.safeParse(waitingSchema, readJson(WAITING));
  return parsed.success ? parsed.output : [];
}

export function storeWaiting(entries: readonly Entry[]): void {
  if (entries.length > 0) localStorage.setItem(WAITING, JSON.stringify(entries));
  else localStorage.removeItem(WAITING);
}

/** Forgets what was written but not sent: whoever signs out leaves nothing behind. */
export function forgetLog(): void {
  storeDraft(null);
  storeWaiting([]);
}

/** What was logged last is what is likely logged next. */
export function lastKind(): InteractionKind {
  const parsed = v.safeParse(kind, localStorage.getItem(LAST_KIND));
  return parsed.success ? parsed.output : 'call';
}

export const rememberKind = (chosen: InteractionKind) => localStorage.setItem(LAST_KIND, chosen);

function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
