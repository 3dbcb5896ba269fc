import type { Intent, Purpose } from '@/api/types';

/** What a draft can be for, as one would say it. The order is that of a relationship: first words first. */
export const INTENT_LABEL: Record<Intent, string> = {
  introduce: 'Introduce myself',
  reconnect: 'Reconnect',
  thank: 'Say thanks',
  follow_up: 'Follow up',
  request_introduction: 'Ask for an introduction',
  congratulate: 'Congratulate',
  share: 'Share something useful',
  decline: 'Say no',
};

export const INTENTS = Object.keys(INTENT_LABEL) as Intent[];

/** What the log calls a message that was written for this. A no has no word of its own there. */
export const PURPOSE_OF: Record<Intent, Purpose | null> = {
  introduce: 'outreach',
  reconnect: 'outreach',
  thank: 'thanks',
  follow_up: 'follow_up',
  request_introduction: 'introduction_request',
  congratulate: 'congratulation',
  share: 'share',
  decline: null,
};
