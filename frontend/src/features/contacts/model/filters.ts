import { oneOf, reads, text } from '@/lib/address';
import { SENIORITIES, STAGES } from '@/lib/orders';

export const SORTS = ['name', 'warmth', 'importance', 'last_contact'] as const;

export const SORT_LABEL: Record<(typeof SORTS)[number], string> = {
  name: 'Name',
  warmth: 'Warmest first',
  importance: 'Most important first',
  last_contact: 'Last contact first',
};

/** What the address bar of People may say. */
export const peopleFilters = reads({
  q: text,
  tag: text,
  company: text,
  field: text,
  seniority: oneOf(SENIORITIES),
  trust_stage: oneOf(STAGES),
  sort: oneOf(SORTS),
});

export type PeopleFilters = ReturnType<typeof peopleFilters>;

/** Filters without what is blank, so that two ways to say nothing share one address and one cache entry. */
export function tidy(filters: PeopleFilters): PeopleFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as PeopleFilters;
}

export function isFiltered({ sort: _, ...filters }: PeopleFilters): boolean {
  return Object.values(filters).some(Boolean);
}
