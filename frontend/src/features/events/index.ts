export { eventsQuery, planQuery } from './api/queries';
export { TABS } from './model/tabs';
export { EventScreen } from './ui/event-screen';
export { EventsScreen } from './ui/events-screen';
