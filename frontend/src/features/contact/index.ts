export { nextStepQuery, relationshipQuery } from './api/queries';
export { ContactScreen, VIEWS } from './ui/contact-screen';
