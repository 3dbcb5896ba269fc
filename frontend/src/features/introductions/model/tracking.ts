import type { InteractionDraft, IntroductionRequest, Way } from '@/api/types';

/** What the owner says happened: a new entry of the log, the outcome of the ask that stands there, or both. */
export interface Deed {
  log?: InteractionDraft;
  settle?: { id: string; outcome: 'granted' | 'declined' };
}

/** Something to tap on the way from asked to made to thanked. */
export interface Choice {
  label: string;
  /** What is said once it is written down. */
  said: string;
  deed: Deed;
}

/** The way is asked: the words went out. */
export const asAsked = ({ contact_id, full_name, wording }: Way, toId: string, now: Date): Choice => ({
  label: `I asked ${full_name}`,
  said: `Noted: you asked ${full_name}.`,
  deed: {
    log: {
      contact_ids: [contact_id],
      kind: 'email',
      channel: 'email',
      direction: 'outbound',
      occurred_at: now.toISOString(),
      purpose: 'introduction_request',
      ask_size: 'introduction',
      about_contact_id: toId,
      subject: wording.subject,
      body: wording.body,
    },
  },
});

/** What can have happened next, the likeliest first. */
export function choicesOf(request: IntroductionRequest, toId: string, now: Date): Choice[] {
  const { status } = request;
  if (status === 'thanked' || status === 'declined') return [];
  if (status === 'made') return [asThanked(request, now)];
  const made = asMade(request, toId, now);
  return status === 'granted' ? [made] : [made, ...answers(request)];
}

function asMade(request: IntroductionRequest, toId: string, now: Date): Choice {
  const { interaction_id, connector_id, full_name, status } = request;
  return {
    label: 'Introduced us',
    said: `Noted: ${full_name} introduced you. Thanks go to them within two days.`,
    deed: {
      log: {
        contact_ids: [connector_id, toId],
        kind: 'introduction',
        direction: 'mutual',
        occurred_at: now.toISOString(),
      },
      // Who introduces has said yes, whether or not that was noted.
      ...(status !== 'granted' && { settle: { id: interaction_id, outcome: 'granted' } }),
    },
  };
}

function answers({ interaction_id, full_name }: IntroductionRequest): Choice[] {
  return [
    {
      label: 'Said yes',
      said: `Noted: ${full_name} said yes.`,
      deed: { settle: { id: interaction_id, outcome: 'granted' } },
    },
    {
      label: 'Said no',
      said: `Noted: ${full_name} said no. No further ask for now.`,
      deed: { settle: { id: interaction_id, outcome: 'declined' } },
    },
  ];
}

function asThanked({ connector_id, full_name }: IntroductionRequest, now: Date): Choice {
  return {
    label: 'I said thanks',
    said: `Noted: you thanked ${full_name}.`,
    deed: {
      log: {
        contact_ids: [connector_id],
        kind: 'message',
        direction: 'outbound',
        occurred_at: now.toISOString(),
        purpose: 'thanks',
      },
    },
  };
}

interface Milestone {
  name: 'Asked' | 'Introduced' | 'Thanked';
  at: string | null;
}

export const milestonesOf = ({ asked_at, made_at, thanked_at }: IntroductionRequest): Milestone[] => [
  { name: 'Asked', at: asked_at },
  { name: 'Introduced', at: made_at },
  { name: 'Thanked', at: thanked_at },
];

/** How things stand, where the milestones do not say it. */
export const STANDING: Partial<Record<IntroductionRequest['status'], string>> = {
  answered: 'They answered, with neither yes nor no.',
  granted: 'They said yes. Now the introduction is theirs to make.',
  declined: 'They said no, and that is fine. Ask somebody else, or wait.',
  unanswered: 'No answer came. The ask is no longer open.',
  made: 'They introduced you. Say thanks within two days.',
};

type Status = IntroductionRequest['status'];

const IS_OVER: readonly Status[] = ['declined', 'unanswered'];
const IS_MADE: readonly Status[] = ['made', 'thanked'];

/** What still matters of the ways to somebody: all of them, only others to be asked, or none once one led there. */
export function outlookOf(requests: readonly Pick<IntroductionRequest, 'status'>[]): 'open' | 'asked' | 'there' {
  if (requests.some(({ status }) => IS_MADE.includes(status))) return 'there';
  return requests.every(({ status }) => IS_OVER.includes(status)) ? 'open' : 'asked';
}
