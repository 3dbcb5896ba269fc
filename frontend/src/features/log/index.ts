export { forgetLog } from './model/storage';
export { AssessDialog } from './ui/assess-dialog';
export { LogScreen } from './ui/log-screen';
export { WaitingNotice } from './ui/waiting-notice';
