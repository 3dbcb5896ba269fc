export { anybodyQuery, todayQuery } from './api/queries';
export { useHandling } from './api/use-handling';
export { TodayScreen } from './ui/today-screen';
export { TodaySkeleton } from './ui/today-skeleton';
