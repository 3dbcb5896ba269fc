import type { Step } from '@/api/types';

export interface TodaySection {
  title: string;
  /** The rank of its first step: the count goes on from section to section. */
  firstRank: number;
  steps: Step[];
}

/** What is owed stands apart from what is only worth doing. The order is the server's. */
export function todaySections(steps: readonly Step[]): TodaySection[] {
  const owed = steps.filter((step) => step.obligation);
  const worth = steps.filter((step) => !step.obligation);
  const sections = [
    { title: 'What you owe', firstRank: 1, steps: owed },
    { title: 'Worth doing today', firstRank: owed.length + 1, steps: worth },
  ];
  return sections.filter((section) => section.steps.length > 0);
}
