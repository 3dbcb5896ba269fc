import type { Contact } from '@/api/types';
import { SENIORITY_LABEL } from '@/lib/words';

interface Fact {
  name: string;
  value: string;
  /** Comity worked it out; nobody said so. */
  guessed: boolean;
}

/** What is known about somebody, in the order one would ask, without what is not known. */
export function factsOf(contact: Contact): Fact[] {
  const rows: [string, string | null | undefined, keyof Contact][] = [
    ['Seniority', contact.seniority && SENIORITY_LABEL[contact.seniority], 'seniority'],
    ['Field', contact.field, 'field'],
    ['Email', contact.emails.join(', '), 'emails'],
    ['Phone', contact.phones.join(', '), 'phones'],
    ['Time zone', contact.timezone?.replaceAll('_', ' '), 'timezone'],
    ['Birthday', contact.birthday, 'birthday'],
    ['In this job since', contact.job_started_on, 'job_started_on'],
    ['Connected', contact.connected_on, 'connected_on'],
    ['Interests', contact.interests.join(', '), 'interests'],
    ['Needs', contact.needs.join(', '), 'needs'],
  ];
  return rows.flatMap(([name, value, field]) =>
    value ? [{ name, value, guessed: contact.inferred.some((guess) => guess === field) }] : [],
  );
}
