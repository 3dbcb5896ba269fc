import type { EventPart, EventPartDraft, EventPlan } from '@/api/types';

export const PART_LABEL: Record<EventPart['part'], string> = {
  breakout: 'Breakout',
  informal: 'Informal',
  formal: 'Talk',
};

export const PARTS = ['breakout', 'informal', 'formal'] as const satisfies EventPart['part'][];

/** What is sent of a part. What it is good for, the server reads from its kind. */
export const draftOf = ({ title, kind, starts_at, attended }: EventPart): EventPartDraft => ({
  title,
  kind,
  starts_at,
  attended,
});

/** A part added by hand. */
export const newPart = (title: string, part: EventPart['part'], startsAt: string | null): EventPart => ({
  title,
  kind: part === 'formal' ? 'talk' : part,
  starts_at: startsAt,
  attended: null,
  part,
  ask_attended: false,
});

/** The parts once one of them was said to be attended, or missed. */
export const attendedAt = (parts: readonly EventPart[], place: number, attended: boolean): EventPart[] =>
  parts.map((part, index) => (index === place ? { ...part, attended, ask_attended: false } : part));

/** The plan once its parts are these. */
export const withParts = (plan: EventPlan, sessions: EventPart[]): EventPlan => ({ ...plan, sessions });

/** Where people talk, and not only listen. */
export const isTalkative = ({ part }: EventPart) => part !== 'formal';
