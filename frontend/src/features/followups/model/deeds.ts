import type { FollowUp } from '@/api/types';

/** What one may do with a follow-up. `until`: an instant, or a date in words that the server reads. */
export type Deed = { id: string } & (
  | { kind: 'complete' | 'skip' | 'reopen' }
  | { kind: 'snooze'; until: string }
  | { kind: 'move-back'; dueAt: string }
);

/** The open follow-ups once a deed has come through: closed ones leave, moved ones move. */
export function foreseen(followUps: readonly FollowUp[], deed: Deed): FollowUp[] {
  if (deed.kind === 'complete' || deed.kind === 'skip') return followUps.filter(({ id }) => id !== deed.id);
  const to = deed.kind === 'snooze' ? instant(deed.until) : deed.kind === 'move-back' ? deed.dueAt : undefined;
  return followUps.map((followUp) => (followUp.id === deed.id && to ? { ...followUp, due_at: to } : followUp));
}

/** Words are read by the server: until then nothing moves. */
function instant(until: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}T/.test(until) ? until : undefined;
}
