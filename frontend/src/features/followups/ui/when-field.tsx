import { useQuery } from '@tanstack/react-query';
import { ApiError } from '@/api/client';
import { messageOf } from '@/api/problem';
import type { DateRead } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime } from '@/lib/dates';
import { useDebounced } from '@/lib/use-debounced';
import { Field, Input } from '@/ui/field';
import { dateReadQuery } from '../api/queries';
import { movedWords } from '../model/why';

/** How long the keys rest before a date is read. */
const REST_MS = 250;
const EXAMPLES = '“In two weeks”, “next Tuesday morning”, “12 March at 3pm”.';

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  contactId?: string | undefined;
  error?: string | undefined;
}

/** A date in words, and how it is understood, said while one types. */
export function WhenField({ label, value, onChange, contactId, error }: Props) {
  const text = value.trim();
  const rested = useDebounced(text, REST_MS);
  const { data, error: refusal } = useQuery(dateReadQuery(rested, contactId));
  const isRead = text !== '' && rested === text;
  const said = isRead && data && !refusal ? readWords(data) : EXAMPLES;
  return (
    <Field
      label={label}
      hint={<span aria-live="polite">{said}</span>}
      error={error ?? (isRead && refusal ? refusalWords(refusal) : undefined)}
    >
      {(control) => (
        <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" />
      )}
    </Field>
  );
}

function readWords(read: DateRead): string {
  const moved = movedWords(read);
  return moved ? `${read.understood}. ${moved}: ${dayAndTime(read.due_at, clock.now())}.` : `${read.understood}.`;
}

/** What the server says of the text itself. */
export function refusalWords(error: unknown): string {
  return (error instanceof ApiError && error.problem.errors?.[0]?.detail) || messageOf(error);
}
