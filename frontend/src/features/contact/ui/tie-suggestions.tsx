import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { messageOf } from '@/api/problem';
import type { Contact, TieSuggestion } from '@/api/types';
import { PersonLink } from '@/features/contacts';
import { Button } from '@/ui/button';
import { Card, SectionTitle } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { tieSuggestionsQuery, useAddTie, useDismissTie, useRemoveTie, useReopenTie } from '../api/queries';

/** Who probably knows this person. None is a tie before it is said to be one. */
export function TieSuggestions({ contact }: { contact: Contact }) {
  const { data } = useQuery(tieSuggestionsQuery(contact.id));
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label="Who they may know">
      <Card className="grid gap-3">
        <SectionTitle>Who they may know</SectionTitle>
        <p className="text-ink-3 text-sm">A tie that you confirm can lead to an introduction.</p>
        <ul className="grid">
          {data.items.map((suggestion) => (
            <SuggestionRow key={suggestion.people.map(({ id }) => id).join(' ')} suggestion={suggestion} of={contact} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function SuggestionRow({ suggestion, of }: { suggestion: TieSuggestion; of: Contact }) {
  const say = useToast();
  const remember = useUndo();
  const add = useAddTie();
  const remove = useRemoveTie();
  const dismiss = useDismissTie();
  const reopen = useReopenTie();
  const other = suggestion.people.find(({ id }) => id !== of.id);
  if (!other) return null;
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const { from_contact_id, to_contact_id, kind, strength } = suggestion;
  const confirm = () =>
    add
      .mutateAsync({ from_contact_id, to_contact_id, kind, strength })
      .then(
        ({ id }) =>
          remember(`Noted: ${of.full_name} and ${other.full_name} know each other.`, () =>
            remove.mutateAsync(id).catch(failed),
          ),
        failed,
      );
  const deny = () => {
    const pair = { from_contact_id, to_contact_id };
    dismiss
      .mutateAsync(pair)
      .then(
        () =>
          remember(`Noted: ${of.full_name} and ${other.full_name} do not know each other.`, () =>
            reopen.mutateAsync(pair).catch(failed),
          ),
        failed,
      );
  };
  const busy = add.isPending || dismiss.isPending;
  return (
    <li className="border-line flex flex-wrap items-start justify-between gap-x-3 gap-y-2 border-b py-2 last:border-0">
      <span className="min-w-0 flex-1 basis-40">
        <PersonLink id={other.id} name={other.full_name} look="accent" />
        <span className="text-ink-2 block text-sm">{suggestion.why.map(({ text }) => text).join(' ')}</span>
      </span>
      <span className="flex gap-2">
        <Button size="sm" busy={busy} aria-label={`They know each other: ${other.full_name}`} onClick={confirm}>
          <Check aria-hidden="true" />
          They do
        </Button>
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          aria-label={`They do not know each other: ${other.full_name}`}
          onClick={deny}
        >
          <X aria-hidden="true" />
          They do not
        </Button>
      </span>
    </li>
  );
}
