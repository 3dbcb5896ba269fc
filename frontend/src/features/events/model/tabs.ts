import type { EventPlan } from '@/api/types';

/** The three parts of an event's page. */
export const TABS = ['before', 'during', 'after'] as const;

export type Tab = (typeof TABS)[number];

export const TAB_LABEL: Record<Tab, string> = { before: 'Before', during: 'During', after: 'After' };

/** What is wanted now, where nobody chose. */
export const tabOf = (phase: EventPlan['phase']): Tab => (phase === 'over' ? 'after' : phase);
