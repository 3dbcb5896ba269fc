import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Suggestion } from '@/api/types';
import { contactQuery, MatchDialog, roleOf } from '@/features/contacts';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { SectionTitle } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { useAcceptSuggestion, useDismissSuggestion } from '../api/mutations';
import { suggestionsQuery } from '../api/queries';

/** Who stands on the list and is nobody's contact yet, or may be one under another name. */
export function Suggestions({ eventId }: { eventId: string }) {
  const { data } = useQuery(suggestionsQuery(eventId));
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label="On the list" className="grid gap-2">
      <SectionTitle>On the list, and new to you</SectionTitle>
      <ul className="border-line border-t">
        {data.items.map((suggestion) => (
          <SuggestionRow key={suggestion.id} suggestion={suggestion} />
        ))}
      </ul>
    </section>
  );
}

function SuggestionRow({ suggestion }: { suggestion: Suggestion }) {
  const { full_name } = suggestion;
  const say = useToast();
  const accept = useAcceptSuggestion(suggestion.event_id);
  const dismiss = useDismissSuggestion(suggestion.event_id);
  const [asking, setAsking] = useState<'match' | 'dismiss' | null>(null);
  const onError = (error: unknown) => say({ text: messageOf(error), tone: 'failed' });
  const take = (contactId?: string) =>
    accept
      .mutateAsync({ suggestionId: suggestion.id, ...(contactId && { contactId }) })
      .then(
        ({ added, full_name: name }) =>
          say({ text: added ? `${name} is added to your people.` : `${name} will be there.` }),
        onError,
      );
  const busy = accept.isPending || dismiss.isPending;
  return (
    <li className="border-line flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{full_name}</p>
        <p className="text-ink-2">{roleOf(suggestion)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {suggestion.likely_contact_id && (
          <LikelyMatch contactId={suggestion.likely_contact_id} busy={busy} onMatch={take} />
        )}
        <Button size="sm" busy={busy} onClick={() => take()} aria-label={`Add ${full_name}`}>
          Add
        </Button>
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          onClick={() => setAsking('match')}
          aria-label={`I know ${full_name} already`}
        >
          I know them
        </Button>
        <Button
          size="sm"
          variant="ghost"
          busy={busy}
          onClick={() => setAsking('dismiss')}
          aria-label={`Leave out ${full_name}`}
        >
          Leave out
        </Button>
      </div>
      <Suspense>
        {asking === 'match' && (
          <MatchDialog
            name={full_name}
            onClose={() => setAsking(null)}
            onMatch={(contactId) => {
              setAsking(null);
              take(contactId);
            }}
          />
        )}
      </Suspense>
      <Confirm
        open={asking === 'dismiss'}
        title={`Leave out ${full_name}?`}
        action="Leave out"
        busy={dismiss.isPending}
        onConfirm={() => dismiss.mutate(suggestion.id, { onError })}
        onClose={() => setAsking(null)}
      >
        They are not suggested for this event again. You can still add them by name.
      </Confirm>
    </li>
  );
}

interface MatchProps {
  contactId: string;
  busy: boolean;
  onMatch: (contactId: string) => void;
}

function LikelyMatch({ contactId, busy, onMatch }: MatchProps) {
  const { data: contact } = useQuery(contactQuery(contactId));
  if (!contact) return null;
  return (
    <Button size="sm" variant="primary" busy={busy} onClick={() => onMatch(contactId)}>
      {`It is ${contact.full_name}`}
    </Button>
  );
}
