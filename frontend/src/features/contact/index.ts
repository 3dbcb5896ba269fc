export { nextStepQuery, relationshipQuery } from './api/queries';
export { VIEWS } from './model/views';
export { ContactScreen } from './ui/contact-screen';
