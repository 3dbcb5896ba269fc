import type { Contact } from '@/api/types';
import { SENIORITY_LABEL } from '@/lib/words';

interface Fact {
  name: string;
  value: string;
  /** Comity worked it out; nobody said so. */
  guessed: boolean;
}

/** "16 October": the year is nobody's business here, and often not known (`--10-16`). */
export function birthdayWords(birthday: string): string {
  const [month = 1, day = 1] = birthday.slice(-5).split('-').map(Number);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(new Date(2000, month - 1, day));
}

/** What is known about somebody, in the order one would ask, without what is not known. */
export function factsOf(contact: Contact): Fact[] {
  const rows: [string, string | null | undefined, keyof Contact][] = [
    ['Seniority', contact.seniority && SENIORITY_LABEL[contact.seniority], 'seniority'],
    ['Field', contact.field, 'field'],
    ['Email', contact.emails.join(', '), 'emails'],
    ['Phone', contact.phones.join(', '), 'phones'],
    ['Time zone', contact.timezone?.replaceAll('_', ' '), 'timezone'],
    ['Birthday', contact.birthday && birthdayWords(contact.birthday), 'birthday'],
    ['In this job since', contact.job_started_on, 'job_started_on'],
    ['Connected', contact.connected_on, 'connected_on'],
    ['Interests', contact.interests.join(', '), 'interests'],
    ['Needs', contact.needs.join(', '), 'needs'],
  ];
  return rows.flatMap(([name, value, field]) =>
    value ? [{ name, value, guessed: contact.inferred.some((guess) => guess === field) }] : [],
  );
}
