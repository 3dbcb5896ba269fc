import type { Interaction, TimelineItem } from '@/api/types';
import { ASK_LABEL, KIND_LABEL } from '@/lib/words';

/** What an entry of the timeline is called. */
export function entryTitle(item: TimelineItem): string {
  if (item.interaction) return interactionTitle(item.interaction);
  if (item.promise) return `${item.promise.by === 'me' ? 'You promised' : 'They promised'}: ${item.promise.what}`;
  return item.title ?? 'Noted';
}

function interactionTitle(interaction: Interaction): string {
  const { kind, direction, duration_minutes: minutes, ask_size: ask, subject } = interaction;
  const from = kind === 'note' || direction === 'mutual' ? '' : direction === 'inbound' ? ' from them' : ' from you';
  const length = minutes ? `, ${minutes} min` : '';
  const about = subject ? `: ${subject}` : '';
  const asked = ask && ask !== 'none' ? ` (asked for ${ASK_LABEL[ask]})` : '';
  return `${KIND_LABEL[kind]}${from}${length}${about}${asked}`;
}
