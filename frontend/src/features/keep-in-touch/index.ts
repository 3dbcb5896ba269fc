import { lazy } from 'react';

/** With a chunk of its own: neither page waits for it. */
export const KeepInTouchWith = lazy(async () => ({
  default: (await import('./ui/keep-in-touch-with')).KeepInTouchWith,
}));
export const TagIntervals = lazy(async () => ({ default: (await import('./ui/tag-intervals')).TagIntervals }));
