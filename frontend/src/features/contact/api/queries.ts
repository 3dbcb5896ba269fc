import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { AskSize, TieDraft, TieSuggestion, VowDraft, VowPatch } from '@/api/types';

export const relationshipQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'relationship'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/relationship', { signal, params: { path: { contact_id: id } } })),
  });

export const nextStepQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'next-step'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/next-step', { signal, params: { path: { contact_id: id } } })),
  });

/** The step and the way to it, if one wanted to ask for this. */
export const wantedStepQuery = (id: string, want: AskSize) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'next-step', want],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/contacts/{contact_id}/next-step', {
          signal,
          params: { path: { contact_id: id }, query: { want } },
        }),
      ),
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.contact(id), 'timeline'],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/contacts/{contact_id}/timeline', {
          signal,
          params: { path: { contact_id: id }, query: { limit: 50, ...pageParam } },
        }),
      ),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
  });

export const promisesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'promises'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/promises', { signal, params: { query: { contact_id: id, limit: 100 } } })),
  });

export function useAddPromise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: VowDraft) => unwrap(api.POST('/v1/promises', { body })),
    onSuccess: () => refreshAdvice(client),
  });
}

export function useChangePromise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: VowPatch & { id: string }) =>
      unwrap(api.PATCH('/v1/promises/{promise_id}', { params: { path: { promise_id: id } }, body })),
    onSuccess: () => refreshAdvice(client),
  });
}

export const timingQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'timing'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/timing', { signal, params: { path: { contact_id: id } } })),
  });

export const commonalitiesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), 'commonalities'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}/commonalities', { signal, params: { path: { contact_id: id } } })),
  });

/** As many as one looks through at once. */
const TIES_SHOWN = 3;
const TIE_SUGGESTIONS = 'tie-suggestions';

export const tieSuggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contact(id), TIE_SUGGESTIONS],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/ties/suggestions', { signal, params: { query: { contact_id: id, limit: TIES_SHOWN } } })),
  });

export function useAddTie() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TieDraft) => unwrap(api.POST('/v1/ties', { body })),
    // Not waited for: the suggestion goes with the answer, and what it has to say would go unsaid.
    onSuccess: () => void refreshAdvice(client),
  });
}

export function useRemoveTie() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/v1/ties/{tie_id}', { params: { path: { tie_id: id } } })),
    onSuccess: () => refreshAdvice(client),
  });
}

/** Two people who are suggested to know each other. */
type Pair = Pick<TieSuggestion, 'from_contact_id' | 'to_contact_id'>;

/** Says that two people do not know each other, so that nobody asks again. */
export function useDismissTie() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pair) => unwrap(api.POST('/v1/ties/suggestions/dismiss', { body })),
    // Not waited for: as with a tie that is added, the row goes, and would take its message along.
    onSuccess: () => void client.invalidateQueries({ predicate: isOfTieSuggestions }),
  });
}

export function useReopenTie() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pair) => unwrap(api.POST('/v1/ties/suggestions/reopen', { body })),
    onSuccess: () => client.invalidateQueries({ predicate: isOfTieSuggestions }),
  });
}

/** Of either of the two, whoever's page is open. */
const isOfTieSuggestions = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey.includes(TIE_SUGGESTIONS);
