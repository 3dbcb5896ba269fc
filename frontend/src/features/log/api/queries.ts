import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { refreshAdvice } from '@/api/keys';
import type { Interaction, InteractionDraft, Signal } from '@/api/types';
import { clock } from '@/lib/clock';
import { type LogDraft, toVows } from '../model/draft';

interface Logging {
  draft: LogDraft;
  interaction: InteractionDraft;
  /** The same for every try at this entry: a second press saves nothing twice. */
  key: string;
}

export function useLog() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, interaction, key }: Logging): Promise<Interaction> => {
      const headers = { 'Idempotency-Key': key };
      const logged = await unwrap(api.POST('/v1/interactions', { body: interaction, headers }));
      for (const [place, vow] of toVows(draft, logged).entries()) {
        await unwrap(api.POST('/v1/promises', { body: vow, headers: { 'Idempotency-Key': `${key}-${place}` } }));
      }
      return logged;
    },
    onSuccess: () => refreshAdvice(client),
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
