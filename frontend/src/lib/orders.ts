import type { AskSize, GoalOutcome, Seniority, TrustStage } from '@/api/types';

/** The playbook's words in the playbook's order. A file of its own: addresses are read before there are words to show. */

export const STAGES = ['stranger', 'acquainted', 'rapport', 'trusted', 'ally'] as const satisfies TrustStage[];

export const ASKS = [
  'none',
  'question',
  'short_call',
  'meeting',
  'introduction',
  'referral',
  'reference',
  'sponsorship',
] as const satisfies AskSize[];

export const SENIORITIES = [
  'student',
  'junior',
  'mid',
  'senior',
  'director',
  'executive',
] as const satisfies Seniority[];

export const GOAL_OUTCOMES = ['reached', 'partly', 'left', 'dropped'] as const satisfies GoalOutcome[];
