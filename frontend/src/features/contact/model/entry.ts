import type { Interaction, InteractionKind, Moment } from '@/api/types';
import { ASK_LABEL, KIND_LABEL } from '@/lib/words';

/** What an entry of the timeline is called. */
export function entryTitle(moment: Moment): string {
  if (moment.interaction) return interactionTitle(moment.interaction);
  if (moment.promise) return `${moment.promise.by === 'me' ? 'You promised' : 'They promised'}: ${moment.promise.what}`;
  return moment.title;
}

const TALKS: readonly InteractionKind[] = ['call', 'video_call', 'meeting', 'event'];

/** A conversation that lies ahead: one can prepare for it. */
export const isPlannedTalk = ({ kind, at, interaction }: Moment, now: Date): boolean =>
  interaction !== null && kind !== null && TALKS.includes(kind) && new Date(at) > now;

function interactionTitle({ kind, direction, duration_minutes: minutes, ask_size: ask, subject }: Interaction): string {
  const from = kind === 'note' || direction === 'mutual' ? '' : direction === 'inbound' ? ' from them' : ' from you';
  const length = minutes ? `, ${minutes} min` : '';
  const about = subject ? `: ${subject}` : '';
  const asked = ask === 'none' ? '' : ` (asked for ${ASK_LABEL[ask]})`;
  return `${KIND_LABEL[kind]}${from}${length}${about}${asked}`;
}
