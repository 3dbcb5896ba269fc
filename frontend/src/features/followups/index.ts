export { followUpsQuery } from './api/queries';
export { FollowUpsOf } from './ui/follow-ups-of';
export { FollowUpsScreen } from './ui/follow-ups-screen';
export { LaterThisWeek } from './ui/later-this-week';
