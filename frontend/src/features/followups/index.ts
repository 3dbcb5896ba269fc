export { followUpsQuery } from './api/queries';
export { FollowUpsScreen } from './ui/follow-ups-screen';
export { LaterThisWeek } from './ui/later-this-week';
