export { INTENTS } from './model/intents';
export { CHANNELS } from './model/message';
export { forgetMessage } from './model/storage';
export { ComposerScreen } from './ui/composer-screen';
