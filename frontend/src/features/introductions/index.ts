import { lazy } from 'react';

/** Stands below the next step, and only with people one does not know yet: fetched then. */
export const Introductions = lazy(async () => ({ default: (await import('./ui/introductions')).Introductions }));
