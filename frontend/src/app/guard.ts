import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isSignedOut } from '@/api/client';
import { meQuery } from '@/features/account';

/** Lets in who is signed in; all others go to the door, which brings them back here. */
export async function requireAccount(queryClient: QueryClient, href: string): Promise<void> {
  try {
    await queryClient.ensureQueryData(meQuery());
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
  }
}
