import * as v from 'valibot';
import { SENIORITIES, STAGES } from '@/lib/words';

export const SORTS = ['name', 'warmth', 'importance', 'last_contact'] as const;

export const SORT_LABEL: Record<(typeof SORTS)[number], string> = {
  name: 'Name',
  warmth: 'Warmest first',
  importance: 'Most important first',
  last_contact: 'Last contact first',
};

const text = v.optional(v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''));

/** What the address bar of People may say. Whatever is not understood is left out. */
export const peopleFiltersSchema = v.object({
  q: text,
  tag: text,
  company: text,
  field: text,
  seniority: v.optional(v.fallback(v.picklist(SENIORITIES), 'mid')),
  trust_stage: v.optional(v.fallback(v.picklist(STAGES), 'stranger')),
  sort: v.optional(v.fallback(v.picklist(SORTS), 'name')),
});

export type PeopleFilters = v.InferOutput<typeof peopleFiltersSchema>;

/** Filters without what is blank, so that two ways to say nothing share one address and one cache entry. */
export function tidy(filters: PeopleFilters): PeopleFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as PeopleFilters;
}

export function isFiltered({ sort: _, ...filters }: PeopleFilters): boolean {
  return Object.values(filters).some(Boolean);
}
