import type { Reason } from '@/api/types';

/** Rules that open something or only shape the message; all others say what has to wait. */
const NOT_HOLDS = new Set([
  'ask.allowed',
  'channel.where-they-answer',
  'easy-win.event',
  'easy-win.occasion',
  'easy-win.who-will-be-there',
  'follow-up.by-hand',
  'goal.serve',
  'inbound.ask',
  'inbound.reply',
  'meeting.next-step',
  'meeting.prepare',
  'promise.mine',
  'promise.theirs',
  'signals.assess',
  'signals.engaged',
  'silence.follow-up-once',
  'timing.hours',
  'wait.nothing-due',
  'warmth.cooling',
  'warmth.keep-in-touch',
]);

/** Whether a caution says "not yet", or is only true as well. */
export const isHold = ({ rule }: Reason) => !NOT_HOLDS.has(rule);
