export { storeDraft } from './model/storage';
export { AssessDialog } from './ui/assess-dialog';
export { LogScreen } from './ui/log-screen';
