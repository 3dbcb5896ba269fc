export { anybodyQuery, todayQuery } from './api/queries';
export { TodayScreen } from './ui/today-screen';
export { TodaySkeleton } from './ui/today-skeleton';
