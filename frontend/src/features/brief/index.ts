export { briefQuery } from './api/queries';
export { BriefScreen } from './ui/brief-screen';
