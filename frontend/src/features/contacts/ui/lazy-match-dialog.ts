import { lazy } from 'react';

/** Asked for seldom: it comes when it is. */
export const MatchDialog = lazy(async () => ({ default: (await import('./match-dialog')).MatchDialog }));
