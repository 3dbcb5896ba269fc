export {
  contactQuery,
  peopleQuery,
  peopleSuggestionsQuery,
  useRemoveContact,
  useRestoreContact,
  useSaveContact,
} from './api/queries';
export { peopleFilters, tidy } from './model/filters';
export { roleOf } from './model/role';
export { AddContactScreen } from './ui/add-contact-screen';
export { EditContactScreen } from './ui/edit-contact-screen';
export { MatchDialog } from './ui/lazy-match-dialog';
export { PeopleScreen } from './ui/people-screen';
export { PersonLine, PersonLink } from './ui/person-link';
export { type Person, PersonPicker } from './ui/person-picker';
