export { useCorrect, useLog, useTakeBack } from './api/queries';
export { CONVERSATIONS, DIRECTIONS, KINDS, type LogDraft, usualDirection } from './model/draft';
export { type Entry, talkAt } from './model/entry';
export { isStillToLog, logAsSent } from './model/handing-over';
export { forgetLog, storedWaiting } from './model/storage';
export { AskAndLength } from './ui/ask-and-length';
export { AssessDialog, WaitingNotice } from './ui/later';
export { LogScreen } from './ui/log-screen';
export { SignalChips } from './ui/signal-chips';
