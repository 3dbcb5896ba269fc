import { Link } from '@tanstack/react-router';
import type { EventPlan, Step } from '@/api/types';
import { Reasons } from '@/features/steps';
import { buttonClass } from '@/ui/button';
import { Card } from '@/ui/page';
import { KeyPeople } from './key-people';
import { Parts } from './parts';
import { Suggestions } from './suggestions';
import { WhoComes } from './who-comes';

/** Whom to meet, a word to each of them ahead, and who else comes. */
export function BeforeTab({ plan }: { plan: EventPlan }) {
  return (
    <div className="grid gap-8">
      {plan.find_out && <FindOut step={plan.find_out} eventId={plan.event.id} />}
      <KeyPeople people={plan.key_people} tab="before" />
      <Suggestions eventId={plan.event.id} />
      <WhoComes plan={plan} />
      <Parts plan={plan} />
    </div>
  );
}

/** Where nobody is known yet. */
function FindOut({ step, eventId }: { step: Step; eventId: string }) {
  return (
    <section aria-label="First of all">
      <Card className="grid gap-3">
        <h2 className="font-serif text-xl font-medium">{step.headline}</h2>
        <Reasons reasons={step.reasons} contactId={undefined} />
        <Link to="/import" search={{ event: eventId }} className={buttonClass('primary', 'md', 'justify-self-start')}>
          Import the list of attendees
        </Link>
      </Card>
    </section>
  );
}
