import type { KeepInTouch, TagInTouch } from '@/api/types';

export const MOST_DAYS = 3650;

/** The interval that counts, and the tag it comes from; null where it is the person's own. */
export interface InForce {
  interval: KeepInTouch;
  tag: string | null;
}

/** Their own comes first, then the shortest of their tags'. Null: the warmth decides. */
export function inForce(own: KeepInTouch | null, tags: readonly string[], byTag: readonly TagInTouch[]) {
  if (own) return { interval: own, tag: null } satisfies InForce;
  const theirs = byTag.filter(({ tag }) => tags.includes(tag));
  const [shortest] = theirs.toSorted((a, b) => a.longest_days - b.longest_days || a.ideal_days - b.ideal_days);
  return shortest ? ({ interval: shortest, tag: shortest.tag } satisfies InForce) : null;
}

/** "Every 30 days, 60 at the longest." */
export function intervalWords({ ideal_days, longest_days }: KeepInTouch): string {
  const every = ideal_days === 1 ? 'Every day' : `Every ${ideal_days} days`;
  return ideal_days === longest_days ? `${every}.` : `${every}, ${longest_days} at the longest.`;
}

/** The two numbers as they are typed. */
export interface TypedInterval {
  ideal: string;
  longest: string;
}

export const typed = (interval: KeepInTouch | null): TypedInterval => ({
  ideal: String(interval?.ideal_days ?? 30),
  longest: String(interval?.longest_days ?? 60),
});

export interface Read {
  interval: KeepInTouch | null;
  faults: { ideal?: string; longest?: string };
}

/** The interval that was typed, or what is wrong with it. */
export function readInterval({ ideal, longest }: TypedInterval): Read {
  const [ideal_days, longest_days] = [Number(ideal), Number(longest)];
  const faults: Read['faults'] = {};
  if (!isDays(ideal_days)) faults.ideal = `Enter whole days, 1 to ${MOST_DAYS}.`;
  if (!isDays(longest_days)) faults.longest = `Enter whole days, 1 to ${MOST_DAYS}.`;
  else if (longest_days < ideal_days) faults.longest = 'Not shorter than the ideal.';
  return { interval: faults.ideal || faults.longest ? null : { ideal_days, longest_days }, faults };
}

const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;

/** The list with one tag's interval set; null takes it out. */
export function withTag(byTag: readonly TagInTouch[], tag: string, interval: KeepInTouch | null): TagInTouch[] {
  const others = byTag.filter((one) => one.tag !== tag);
  const all = interval ? [...others, { tag, ...interval }] : others;
  return all.toSorted((a, b) => a.tag.localeCompare(b.tag));
}
