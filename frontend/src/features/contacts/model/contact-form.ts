import * as v from 'valibot';
import type { Contact, ContactDraft, ContactPatch } from '@/api/types';
import { parted } from '@/lib/lists';
import { SENIORITIES } from '@/lib/orders';

const line = v.pipe(v.string(), v.trim());

/** The form as it is typed: one string a field, lists separated by commas. */
export const contactFormSchema = v.object({
  full_name: v.pipe(line, v.nonEmpty('Enter a name.')),
  title: line,
  company: line,
  emails: line,
  phones: line,
  profile_url: line,
  location: line,
  country: line,
  timezone: line,
  seniority: v.union([v.literal(''), v.picklist(SENIORITIES)]),
  field: line,
  how_met: line,
  tags: line,
  interests: line,
  needs: line,
  birthday: line,
  job_started_on: line,
  notes: line,
  importance: v.number(),
  do_not_contact: v.boolean(),
});

export type ContactForm = v.InferOutput<typeof contactFormSchema>;

const LISTS = ['emails', 'phones', 'tags', 'interests', 'needs'] as const;
const FIELDS = Object.keys(contactFormSchema.entries) as (keyof ContactForm)[];

export const contactFields = FIELDS;

export const BLANK: ContactForm = {
  full_name: '',
  title: '',
  company: '',
  emails: '',
  phones: '',
  profile_url: '',
  location: '',
  country: '',
  timezone: '',
  seniority: '',
  field: '',
  how_met: '',
  tags: '',
  interests: '',
  needs: '',
  birthday: '',
  job_started_on: '',
  notes: '',
  importance: 3,
  do_not_contact: false,
};

export function toForm(contact: Contact): ContactForm {
  const known = FIELDS.map((name) => {
    const value = contact[name];
    return [name, Array.isArray(value) ? value.join(', ') : (value ?? BLANK[name])];
  });
  return Object.fromEntries(known) as ContactForm;
}

/** What a new person is sent as: blanks stay out. */
export function toDraft(form: ContactForm): ContactDraft {
  const filled = FIELDS.filter((name) => form[name] !== '').map((name) => [name, outward(name, form)]);
  return { full_name: form.full_name, ...Object.fromEntries(filled) };
}

/** What changed, as a merge patch: a field that was emptied is null. */
export function toPatch(form: ContactForm, dirty: Partial<Record<keyof ContactForm, unknown>>): ContactPatch {
  const changed = FIELDS.filter((name) => dirty[name]).map((name) => [name, outward(name, form)]);
  return Object.fromEntries(changed);
}

function outward(name: keyof ContactForm, form: ContactForm): unknown {
  const value = form[name];
  if (LISTS.some((list) => list === name)) return parted(String(value));
  return value === '' ? null : value;
}
