import { Link } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import type { KeyPerson, PlannedTouch } from '@/api/types';
import { PersonLine } from '@/features/contacts';
import { Cautions, Reasons } from '@/features/steps';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { dayAndTime, relativeDay } from '@/lib/dates';
import { buttonClass } from '@/ui/button';
import { Card, SectionTitle } from '@/ui/page';
import type { Tab } from '../model/tabs';
import { comesLater, isOpen, touchIn } from '../model/touches';

/** The reasons shown at first; the rest is on the person's page. */
const REASONS_SHOWN = 2;

interface Props {
  people: KeyPerson[];
  tab: Tab;
}

/** Those who matter most there, at most five, each with the one touch of this part. */
export function KeyPeople({ people, tab }: Props) {
  if (people.length === 0) return null;
  return (
    <section aria-label="Key people" className="grid gap-3">
      <SectionTitle>Key people</SectionTitle>
      <ul className="grid gap-4">
        {people.map((person) => (
          <li key={person.contact.id}>
            <PersonCard person={person} tab={tab} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonCard({ person, tab }: { person: KeyPerson; tab: Tab }) {
  const { contact, held_back, next_step } = person;
  const touch = touchIn(person, tab);
  const more = next_step.reasons.filter(({ text }) => text !== touch?.text);
  return (
    <Card className="grid gap-3">
      <PersonLine person={contact} stop />
      {touch && <Touch touch={touch} />}
      {held_back && <Cautions cautions={[held_back]} />}
      {touch && comesLater(person, touch) && <p className="text-ink-2">{`First: ${next_step.headline}`}</p>}
      {!held_back && <Reasons reasons={more.slice(0, REASONS_SHOWN)} contactId={contact.id} />}
      {touch?.state === 'now' && (
        <Link
          to="/log"
          search={{ person: contact.id }}
          aria-label={`Log it: ${contact.full_name}`}
          className={buttonClass('secondary', 'md', 'justify-self-start')}
        >
          <PenLine aria-hidden="true" />
          Log it
        </Link>
      )}
    </Card>
  );
}

function Touch({ touch }: { touch: PlannedTouch }) {
  return (
    <div className="grid gap-1">
      <h3 className={cn(isOpen(touch) ? 'font-serif text-xl font-medium' : 'text-ink-2 text-base font-normal')}>
        {touch.text}
      </h3>
      <p className="text-ink-3 text-sm">{stateWords(touch)}</p>
    </div>
  );
}

function stateWords({ state, done_at, window }: PlannedTouch): string {
  const now = clock.now();
  if (state === 'done') return done_at ? `Done ${relativeDay(done_at, now)}` : 'Done';
  if (state === 'skipped') return 'Its time has passed. That is all right.';
  if (state === 'ahead') return `From ${dayAndTime(window.from, now)}`;
  return window.until ? `Now, until ${dayAndTime(window.until, now)}` : 'Now';
}
