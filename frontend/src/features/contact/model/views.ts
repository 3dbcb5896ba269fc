/** The parts of a person's page. A phone shows one at a time, a desk all of them. */
export const VIEWS = ['next', 'timeline', 'about'] as const;

export type View = (typeof VIEWS)[number];

export const VIEW_LABEL: Record<View, string> = { next: 'Next', timeline: 'Timeline', about: 'About' };
