import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import type { EventPart, EventPlan } from '@/api/types';
import { PersonLink, roleOf } from '@/features/contacts';
import { ToggleChip } from '@/ui/chip';
import { SectionTitle } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { useSaveParts } from '../api/mutations';
import { attendeesQuery } from '../api/queries';
import { useMet } from '../api/use-met';
import { attendedAt } from '../model/parts';
import { KeyPeople } from './key-people';
import { PartLine } from './parts';

/** A word to whom you met while it is fresh, and where you were. */
export function AfterTab({ plan }: { plan: EventPlan }) {
  return (
    <div className="grid gap-8">
      <p className="text-ink-2">Write within 48 hours, while both of you remember it.</p>
      <Attended eventId={plan.event.id} parts={plan.sessions} />
      <KeyPeople people={plan.key_people} tab="after" />
      <AlsoMet plan={plan} />
    </div>
  );
}

/** Asks where the owner was: one tap each, and another takes it back. */
function Attended({ eventId, parts }: { eventId: string; parts: EventPart[] }) {
  const say = useToast();
  const save = useSaveParts(eventId);
  if (parts.length === 0) return null;
  const answer = (place: number, attended: boolean) =>
    save.mutate(attendedAt(parts, place, attended), {
      onError: () => say({ text: 'That did not save. Tap it again.', tone: 'failed' }),
    });
  return (
    <section aria-label="Where were you?" className="grid gap-2">
      <SectionTitle>Where were you?</SectionTitle>
      <ul className="border-line border-t">
        {parts.map((part, place) => (
          <li
            key={`${part.title} ${part.starts_at}`}
            className="border-line flex flex-wrap items-center gap-3 border-b py-3"
          >
            <div className="min-w-0 flex-1 basis-40">
              <PartLine part={part} />
            </div>
            <div className="flex gap-2">
              <ToggleChip
                pressed={part.attended === true}
                aria-label={`I was there: ${part.title}`}
                onChange={() => answer(place, true)}
              >
                <Check aria-hidden="true" className="size-4" />I was there
              </ToggleChip>
              <ToggleChip
                pressed={part.attended === false}
                aria-label={`I was not there: ${part.title}`}
                onChange={() => answer(place, false)}
              >
                <X aria-hidden="true" className="size-4" />
                Not
              </ToggleChip>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom the owner met without having planned it. */
function AlsoMet({ plan }: { plan: EventPlan }) {
  const { met } = useMet(plan.event);
  const { data: attendees } = useQuery(attendeesQuery(plan.event.id));
  const key = new Set(plan.key_people.map(({ contact }) => contact.id));
  const people = attendees?.items.filter(({ contact_id }) => met.has(contact_id) && !key.has(contact_id)) ?? [];
  if (people.length === 0 && key.size === 0) {
    return <p className="text-ink-2">Nobody is noted yet. Under During, one tap says whom you met.</p>;
  }
  if (people.length === 0) return null;
  return (
    <section aria-label="You also met" className="grid gap-2">
      <SectionTitle>You also met</SectionTitle>
      <ul className="border-line border-t">
        {people.map((person) => (
          <li key={person.contact_id} className="border-line border-b py-2">
            <PersonLink id={person.contact_id} name={person.full_name} look="row" />
            <p className="text-ink-2">{roleOf(person)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
