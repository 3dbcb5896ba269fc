import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, OfflineError, unwrap } from '@/api/client';
import { refreshAdvice } from '@/api/keys';
import type { Interaction, InteractionPatch, Signal } from '@/api/types';
import { clock } from '@/lib/clock';
import { type LogDraft, toVows } from '../model/draft';
import { amendmentOf, type Entry, interactionOf } from '../model/entry';
import { storedWaiting, storeWaiting } from '../model/storage';

/** Sends an entry and its promises. However often: the server keeps each once. */
async function send(entry: Entry): Promise<Interaction> {
  const logged = await (entry.amends ? amend(entry, entry.amends) : create(entry));
  for (const [place, vow] of toVows(entry.draft, logged).entries()) {
    await unwrap(api.POST('/v1/promises', { body: vow, headers: { 'Idempotency-Key': `${entry.key}-${place}` } }));
  }
  return logged;
}

function create(entry: Entry): Promise<Interaction> {
  const body = interactionOf(entry);
  if (!body) throw new Error('This entry names nobody.');
  return unwrap(api.POST('/v1/interactions', { body, headers: { 'Idempotency-Key': entry.key } }));
}

const amend = (entry: Entry, id: string): Promise<Interaction> =>
  unwrap(
    api.PATCH('/v1/interactions/{interaction_id}', {
      params: { path: { interaction_id: id } },
      body: amendmentOf(entry),
    }),
  );

/** Saves an entry, or keeps it for later where there is no network. Null: it waits. */
export function useLog() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (entry: Entry): Promise<Interaction | null> => {
      try {
        return await send(entry);
      } catch (error) {
        if (!(error instanceof OfflineError)) throw error;
        storeWaiting([...storedWaiting().filter(({ key }) => key !== entry.key), entry]);
        return null;
      }
    },
    onSuccess: () => refreshAdvice(client),
  });
}

/** Puts an entry right that was saved before. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InteractionPatch) =>
      unwrap(api.PATCH('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: id } }, body })),
    onSuccess: () => refreshAdvice(client),
  });
}

/** Takes an entry out of the log again, and the promises that came with it. */
export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, contactId }: { id: string; contactId: string }) => {
      const query = { contact_id: contactId, limit: 100 };
      const { items } = await unwrap(api.GET('/v1/promises', { params: { query } }));
      for (const vow of items.filter(({ interaction_id }) => interaction_id === id)) {
        await unwrap(api.DELETE('/v1/promises/{promise_id}', { params: { path: { promise_id: vow.id } } }));
      }
      await unwrap(api.DELETE('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: id } } }));
    },
    onSuccess: () => refreshAdvice(client),
  });
}

/** A second try would be refused as well: the entry itself is at fault. */
const isFinal = (error: unknown) => error instanceof ApiError && [400, 404, 422].includes(error.status);

/** Sends what waits, oldest first. What the server refuses is let go and told; what cannot leave goes on waiting. */
export function useSendWaiting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const refused: Entry[] = [];
      for (const entry of storedWaiting()) {
        try {
          await send(entry);
        } catch (error) {
          if (!isFinal(error)) throw error;
          refused.push(entry);
        }
        storeWaiting(storedWaiting().filter(({ key }) => key !== entry.key));
      }
      return { refused };
    },
    onSettled: () => refreshAdvice(client),
  });
}

interface Assessment {
  interactionId: string;
  contactId: string;
  signals: Signal[];
  promises: LogDraft['promises'];
}

/** Says how a conversation went that was logged before. */
export function useAssess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ interactionId, contactId, signals, promises }: Assessment) => {
      const id = interactionId;
      const body = { signals, assessed: true };
      const assessed = await unwrap(
        api.PATCH('/v1/interactions/{interaction_id}', { params: { path: { interaction_id: id } }, body }),
      );
      for (const what of signals.map((signal) => promises[signal]).filter(Boolean)) {
        const vow = {
          contact_id: contactId,
          by: 'them',
          what,
          made_at: clock.now().toISOString(),
          interaction_id: id,
        } as const;
        await unwrap(api.POST('/v1/promises', { body: { ...vow, what: what ?? '' } }));
      }
      return assessed;
    },
    onSuccess: () => refreshAdvice(client),
  });
}
