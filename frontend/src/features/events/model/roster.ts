import type { Attendee, EventPlan } from '@/api/types';
import { roleOf } from '@/features/contacts';
import { touchIn } from './touches';

/** A row during the event. `plan`: what was planned with them there. */
export interface Expected {
  id: string;
  full_name: string;
  role: string;
  plan: string | null;
}

/** Everybody who may be met, the key people first. */
export function rosterOf({ key_people }: EventPlan, attendees: readonly Attendee[]): Expected[] {
  const key = key_people.map((person) => ({
    id: person.contact.id,
    full_name: person.contact.full_name,
    role: roleOf(person.contact),
    plan: (!person.held_back && touchIn(person, 'during')?.text) || null,
  }));
  const known = new Set(key.map(({ id }) => id));
  const others = attendees.filter(({ contact_id }) => !known.has(contact_id));
  return [
    ...key,
    ...others.map((one) => ({ id: one.contact_id, full_name: one.full_name, role: roleOf(one), plan: null })),
  ];
}

/** Those whose name or work has these letters. */
export function namedLike(people: readonly Expected[], sought: string): Expected[] {
  const letters = sought.trim().toLocaleLowerCase();
  return people.filter(({ full_name, role }) => `${full_name} ${role}`.toLocaleLowerCase().includes(letters));
}
