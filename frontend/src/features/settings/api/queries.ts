import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { Background } from '@/api/types';
import { forgetMessage } from '@/features/composer';
import { forgetLog } from '@/features/log';
import { forgetLastSeen } from '@/lib/last-seen';

export const sessionsQuery = () =>
  queryOptions({
    queryKey: keys.sessions,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/auth/sessions', { signal })),
  });

export const tokensQuery = () =>
  queryOptions({
    queryKey: keys.tokens,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/tokens', { signal })),
  });

function useThenRefetch<Input, Output>(send: (input: Input) => Promise<Output>, queryKey: readonly string[]) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries({ queryKey }) });
}

export const useEndSession = () =>
  useThenRefetch(
    (id: string) => unwrap(api.DELETE('/v1/auth/sessions/{session_id}', { params: { path: { session_id: id } } })),
    keys.sessions,
  );

export const useAddToken = () =>
  useThenRefetch((name: string) => unwrap(api.POST('/v1/tokens', { body: { name } })), keys.tokens);

export const useRevokeToken = () =>
  useThenRefetch(
    (id: string) => unwrap(api.DELETE('/v1/tokens/{token_id}', { params: { path: { token_id: id } } })),
    keys.tokens,
  );

export const useChangePassword = () =>
  useThenRefetch(
    (body: { current_password: string; new_password: string }) => unwrap(api.POST('/v1/auth/password', { body })),
    keys.sessions,
  );

/** Whether any of the made-up people are still here. */
export const hasSampleQuery = () =>
  queryOptions({
    queryKey: keys.contactList({ sample: true }),
    queryFn: async ({ signal }) => {
      const page = await unwrap(api.GET('/v1/contacts', { signal, params: { query: { tag: 'Demo', limit: 1 } } }));
      return page.items.length > 0;
    },
  });

export function useRemoveSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/sample-network')),
    onSuccess: () => refreshAdvice(client),
  });
}

/** Leaving takes along what this browser remembers of the people. */
function useLeave(send: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      forgetLog();
      forgetMessage();
      await forgetLastSeen();
      client.clear();
    },
  });
}

export const useSignOut = () => useLeave(() => unwrap(api.POST('/v1/auth/logout')));

export const useDeleteAccount = () => useLeave(() => unwrap(api.DELETE('/v1/me')));

/** When the next digest is due, how it goes out, and what became of the last. */
export const digestsQuery = () =>
  queryOptions({
    queryKey: keys.digests,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/me/digest', { signal })),
  });

export function useAskDigestsAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.digests });
}

export const backgroundQuery = () =>
  queryOptions({
    queryKey: keys.background,
    queryFn: ({ signal }) => unwrap(api.GET('/v1/me/background', { signal })),
  });

/** What is shared with each contact follows from it. */
export function useSaveBackground() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Background) => unwrap(api.PUT('/v1/me/background', { body })),
    onSuccess: (saved) => {
      client.setQueryData(keys.background, saved);
      return refreshAdvice(client);
    },
  });
}

/** The calendar's address as far as it is told again; null where there is none. */
export const calendarQuery = () =>
  queryOptions({
    queryKey: keys.calendar,
    queryFn: async ({ signal }) => {
      try {
        return await unwrap(api.GET('/v1/me/calendar', { signal }));
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });

export const useMakeCalendar = () =>
  useThenRefetch((_: undefined) => unwrap(api.POST('/v1/me/calendar')), keys.calendar);

export const useEndCalendar = () =>
  useThenRefetch((_: undefined) => unwrap(api.DELETE('/v1/me/calendar')), keys.calendar);
