import { lazy } from 'react';

/** What other screens show now and then: fetched only then, and so is all of the log that they need. */
export const AssessDialog = lazy(async () => ({ default: (await import('./assess-dialog')).AssessDialog }));
export const WaitingNotice = lazy(async () => ({ default: (await import('./waiting-notice')).WaitingNotice }));
