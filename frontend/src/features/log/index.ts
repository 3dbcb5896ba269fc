export { useCorrect, useLog, useTakeBack } from './api/queries';
export type { LogDraft } from './model/draft';
export { type Entry, talkAt } from './model/entry';
export { isStillToLog, logAsSent } from './model/handing-over';
export { forgetLog, storedWaiting } from './model/storage';
export { AssessDialog, WaitingNotice } from './ui/later';
export { LogScreen } from './ui/log-screen';
export { SignalChips } from './ui/signal-chips';
