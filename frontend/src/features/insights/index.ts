export { insightsQuery } from './api/queries';
export { QUALITIES } from './model/qualities';
export { InsightsScreen } from './ui/insights-screen';
export { InsightsSkeleton } from './ui/insights-skeleton';
