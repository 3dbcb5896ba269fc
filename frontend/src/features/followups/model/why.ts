import type { FollowUp } from '@/api/types';

/** Why a follow-up is not at the moment that was asked for, by the rule that moved it. */
const MOVED: Record<string, string> = {
  'timing.hours': 'Moved to their morning',
  'timing.holiday': 'Moved to their next working day',
  'timing.vacation': 'Waits until they are back',
  'timing.busy-season': 'Waits until they have time again',
  'timing.new-job': 'Waits until they have settled in',
  'timing.org-trouble': 'Waits until things are calmer there',
  'timing.away': 'Waits until you are back',
  'timing.quiet-hours': 'Moved out of your quiet hours',
  'timing.own-hours': 'Moved into your working hours',
  'follow-up.spread': 'Moved so that nothing piles up',
};

/** What made the coach plan it; nothing is said of what one planned oneself. */
const PLANNED: Record<string, string> = {
  'silence.follow-up-once': 'If no answer has come by then',
  'promise.mine': 'You promised it',
  'promise.theirs': 'They promised it',
  'meeting.next-step': 'You talked',
  'easy-win.event': 'You meet there',
  'warmth.keep-in-touch': 'To keep in touch',
};

export const movedWords = ({ moved_by }: Pick<FollowUp, 'moved_by'>): string | undefined =>
  moved_by ? MOVED[moved_by] : undefined;
export const plannedWords = ({ origin }: FollowUp): string | undefined => PLANNED[origin];
