import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';
import type { Account, AccountPatch } from '@/api/types';
import { forgetLastSeen } from '@/lib/last-seen';
import { meQuery } from './me';

interface Credentials {
  email: string;
  password: string;
}

export function useSignIn() {
  return useArrival((body: Credentials) => unwrap(api.POST('/v1/auth/login', { body })));
}

export function useAskForReset() {
  return useMutation({ mutationFn: (email: string) => unwrap(api.POST('/v1/auth/reset', { body: { email } })) });
}

export function useConfirmReset() {
  return useMutation({
    mutationFn: (body: { token: string; new_password: string }) => unwrap(api.POST('/v1/auth/reset/confirm', { body })),
  });
}

export function useSignUp() {
  return useArrival((body: Credentials & { full_name: string }) => unwrap(api.POST('/v1/auth/register', { body })));
}

/** Whoever arrives starts with nothing: what this browser remembers may be of somebody else. */
function useArrival<Body>(enter: (body: Body) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      client.clear();
      await forgetLastSeen();
      await client.fetchQuery(meQuery());
    },
  });
}

export function useSaveAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountPatch) => unwrap(api.PATCH('/v1/me', { body })),
    onSuccess: (account: Account) => {
      client.setQueryData(meQuery().queryKey, account);
      void client.invalidateQueries({ queryKey: keys.today });
    },
  });
}
