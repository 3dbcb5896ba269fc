import type { ColumnField, TableLook } from '@/api/types';

export const FIELD_LABEL: Record<ColumnField, string> = {
  full_name: 'Full name',
  first_name: 'First name',
  middle_name: 'Middle name',
  last_name: 'Last name',
  emails: 'Email',
  phones: 'Phone',
  company: 'Company',
  title: 'Job title',
  location: 'City',
  country: 'Country',
  profile_url: 'Profile link',
  tags: 'Tags',
  birthday: 'Birthday',
  connected_on: 'Connected on',
  notes: 'Notes',
};
export const COLUMN_FIELDS = Object.keys(FIELD_LABEL) as ColumnField[];

const NAMES_SOMEBODY: readonly ColumnField[] = ['full_name', 'first_name', 'last_name', 'emails'];
const EXAMPLES = 3;

/** What the columns mean, by their names; a column that is left out is not in it. */
export type Mapping = ReadonlyMap<string, ColumnField>;

export interface TableColumn {
  name: string;
  label: string;
  /** A few of its cells, so that somebody knows which column it is. */
  examples: string;
}

/** The columns to be asked about. Those of one name are one; one without a name and without content is none. */
export function columnsOf({ columns, rows }: TableLook): TableColumn[] {
  const found = new Map<string, TableColumn>();
  for (const [place, { name }] of columns.entries()) {
    const cells = new Set(rows.map((row) => row[place] ?? '').filter(Boolean));
    if (found.has(name) || (name === '' && cells.size === 0)) continue;
    const examples = [...cells].slice(0, EXAMPLES).join(' · ');
    found.set(name, { name, label: name || `Column ${place + 1}`, examples });
  }
  return [...found.values()];
}

/** What the server makes of the columns by their names alone. */
export function guessOf({ columns }: TableLook): Mapping {
  return new Map(columns.flatMap(({ name, field }) => (field ? [[name, field] as const] : [])));
}

export function withChoice(mapping: Mapping, name: string, field: ColumnField | undefined): Mapping {
  const changed = new Map(mapping);
  if (field) changed.set(name, field);
  else changed.delete(name);
  return changed;
}

/** Whether anybody can be told by it: without a name or an email a row is nobody. */
export const namesSomebody = (mapping: Mapping) => [...mapping.values()].some((one) => NAMES_SOMEBODY.includes(one));

/** What is sent; nothing, where the server reads the columns as they were left. */
export function mappingToSend(look: TableLook, mapping: Mapping): Record<string, ColumnField> | undefined {
  const guess = guessOf(look);
  const unchanged = mapping.size === guess.size && [...mapping].every(([name, field]) => guess.get(name) === field);
  return look.format && unchanged ? undefined : Object.fromEntries(mapping);
}

export interface Preview {
  fields: string[];
  rows: string[][];
}

/** The first rows, as far as their columns mean something. */
export function previewOf({ columns, rows }: TableLook, mapping: Mapping): Preview {
  const taken = columns.flatMap(({ name }, place) => {
    const field = mapping.get(name);
    return field ? [{ place, field }] : [];
  });
  return {
    fields: taken.map(({ field }) => FIELD_LABEL[field]),
    rows: rows.map((row) => taken.map(({ place }) => row[place] ?? '')),
  };
}

/** Archives, address books and calendars say themselves what is in them; any other file may be a table. */
export const mayBeTable = ({ name }: File) => !/\.(zip|vcf|vcard|ics)$/i.test(name);

/** Whether somebody should see what the columns are taken for: LinkedIn's own never differ. */
export const wantsMapping = ({ format }: TableLook) => format === null || format === 'csv';
