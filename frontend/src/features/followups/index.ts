import { lazy } from 'react';

export { followUpsQuery } from './api/queries';
export { FollowUpsScreen } from './ui/follow-ups-screen';
export { LaterThisWeek } from './ui/later-this-week';

/** With a chunk of its own: Today, which shows what comes later this week, does not wait for it. */
export const FollowUpsOf = lazy(async () => ({ default: (await import('./ui/follow-ups-of')).FollowUpsOf }));
