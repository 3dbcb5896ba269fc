import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';

/** Events by pages, the latest first. */
export const eventsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...keys.events, 'list'],
    queryFn: ({ signal, pageParam }) =>
      unwrap(api.GET('/v1/events', { signal, params: { query: { limit: 50, ...pageParam } } })),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
  });

/** The event itself stands in its plan. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.event(id), 'plan'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/events/{event_id}/plan', { signal, params: { path: { event_id: id } } })),
  });

export const attendeesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.event(id), 'attendees'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/events/{event_id}/attendees', { signal, params: { path: { event_id: id } } })),
  });

export const suggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.event(id), 'suggestions'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/events/{event_id}/suggestions', { signal, params: { path: { event_id: id } } })),
  });

/** What was logged of the event, the latest first. Nobody talks with more people at one event. */
const MOST_TALKS = 200;

export const talksQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.event(id), 'talks'],
    queryFn: async ({ signal }) => {
      const query = { event_id: id, limit: MOST_TALKS };
      const page = await unwrap(api.GET('/v1/interactions', { signal, params: { query } }));
      return page.items;
    },
  });
