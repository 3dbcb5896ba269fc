import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { Contact, ContactDraft, ContactPatch } from '@/api/types';
import type { PeopleFilters } from '../model/filters';

const PAGE = 200;

/** People by keyset pages: each page begins where the one before ended. */
export const peopleQuery = (filters: PeopleFilters) =>
  infiniteQueryOptions({
    queryKey: keys.contactList(filters),
    queryFn: ({ signal, pageParam }) =>
      unwrap(api.GET('/v1/contacts', { signal, params: { query: { ...filters, limit: PAGE, ...pageParam } } })),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
    placeholderData: keepPreviousData,
  });

/** A handful of people for a picker: the best matches, or those seen last. */
export const peopleSuggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: keys.contactList({ suggest: q }),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/contacts', {
          signal,
          params: { query: q ? { q, limit: 8 } : { sort: 'last_contact', limit: 8 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: keys.contact(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/contacts/{contact_id}', { signal, params: { path: { contact_id: id } } })),
  });

export function useAddContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactDraft) => unwrap(api.POST('/v1/contacts', { body })),
    onSuccess: () => refreshAdvice(client),
  });
}

export function useSaveContact(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactPatch) =>
      unwrap(api.PATCH('/v1/contacts/{contact_id}', { params: { path: { contact_id: id } }, body })),
    onSuccess: (contact: Contact) => {
      client.setQueryData(contactQuery(id).queryKey, contact);
      return refreshAdvice(client);
    },
  });
}

export function useRemoveContact(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/contacts/{contact_id}', { params: { path: { contact_id: id } } })),
    // The page of who was removed still stands for a moment, and must not ask for them.
    onSuccess: () => refreshAdvice(client, 'none'),
  });
}

export function useRestoreContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/v1/contacts/{contact_id}/restore', { params: { path: { contact_id: id } } })),
    onSuccess: () => refreshAdvice(client),
  });
}
