import type { Step } from '@/api/types';
import { ACTION_LABEL, CHANNEL_WORDS } from '@/lib/words';

/** "Follow up, by email" */
export function wayOf({ action, channel }: Pick<Step, 'action' | 'channel'>): string {
  return [action && ACTION_LABEL[action], channel && CHANNEL_WORDS[channel]].filter(Boolean).join(', ');
}
