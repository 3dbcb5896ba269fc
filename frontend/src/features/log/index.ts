export { useLog } from './api/queries';
export { freshDraft, type LogDraft } from './model/draft';
export { type Entry, talkAt } from './model/entry';
export { forgetLog, storedWaiting } from './model/storage';
export { AssessDialog } from './ui/assess-dialog';
export { LogScreen } from './ui/log-screen';
export { SignalChips } from './ui/signal-chips';
export { WaitingNotice } from './ui/waiting-notice';
