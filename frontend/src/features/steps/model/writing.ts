import type { Action, Intent, Step } from '@/api/types';

/** What the composer opens with. */
interface Writing {
  person: string;
  about?: string;
  channel?: 'email' | 'linkedin' | 'text';
  ask?: Step['ask_size'];
  intent?: Intent;
}

/** What a draft for an action is for; an action without one is written in the owner's own words. */
const INTENT_OF: Partial<Record<Action, Intent>> = {
  thank: 'thank',
  follow_up: 'follow_up',
  check_promise: 'follow_up',
  congratulate: 'congratulate',
  introduce_yourself: 'introduce',
  event_before: 'introduce',
  event_after: 'follow_up',
  request_introduction: 'request_introduction',
  share_value: 'share',
  deliver_promise: 'share',
  reconnect: 'reconnect',
};

/** How a step is written: to whom, for what, asking what. Null where it sends no message. */
export function writingOf(step: Step): Writing | null {
  const { action, contact, message_brief, channel, ask_size } = step;
  const via = action === 'request_introduction' ? step.via : null;
  if (!message_brief || !contact) return null;
  const intent = action ? INTENT_OF[action] : undefined;
  return {
    ...(via ? { person: via.contact_id, about: contact.id } : { person: contact.id }),
    ...((channel === 'email' || channel === 'linkedin' || channel === 'text') && { channel }),
    ...(ask_size !== 'none' && { ask: ask_size }),
    ...(intent && { intent }),
  };
}
