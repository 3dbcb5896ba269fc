import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';
import type { DraftWish, MessageToCheck } from '@/api/types';

/**
 * What the coach says of a message, beside the text that it says it of. The one before stays until the next is there;
 * a question that nobody waits for any more is aborted.
 */
export const checkQuery = (message: MessageToCheck) =>
  queryOptions({
    queryKey: keys.messageCheck(message),
    queryFn: async ({ signal }) => ({
      message,
      said: await unwrap(api.POST('/v1/outreach/check', { body: message, signal })),
    }),
    placeholderData: keepPreviousData,
    // The next key asks again anyway.
    retry: false,
  });

export const useDraft = () =>
  useMutation({ mutationFn: (wish: DraftWish) => unwrap(api.POST('/v1/outreach/drafts', { body: wish })) });
