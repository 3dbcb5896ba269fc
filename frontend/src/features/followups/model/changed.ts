import type { FollowUp, FollowUpPatch } from '@/api/types';

/** The open follow-ups once a change has come through: closed ones leave, moved ones move. */
export function changed(followUps: readonly FollowUp[], { id, ...patch }: FollowUpPatch & { id: string }): FollowUp[] {
  return followUps
    .map((followUp) =>
      followUp.id === id
        ? { ...followUp, due_at: patch.due_at ?? followUp.due_at, status: patch.status ?? followUp.status }
        : followUp,
    )
    .filter(({ status }) => status === 'open');
}
