import type { Action, KeyPerson, PlannedTouch } from '@/api/types';
import type { Tab } from './tabs';

const ACTION_OF: Record<Tab, Action> = {
  before: 'event_before',
  during: 'event_during',
  after: 'event_after',
};

/** What is planned with a key person in that part of the event. */
export const touchIn = ({ touches }: KeyPerson, tab: Tab): PlannedTouch | undefined =>
  touches.find(({ action }) => action === ACTION_OF[tab]);

/** Another step comes first: this touch is open, and not what is advised for them now. */
export const comesLater = ({ next_step, held_back }: KeyPerson, touch: PlannedTouch): boolean =>
  !held_back && touch.state === 'now' && next_step.action !== touch.action;

/** Still to be done, now or later. */
export const isOpen = ({ state }: PlannedTouch): boolean => state === 'now' || state === 'ahead';
