import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import type { Brief } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime } from '@/lib/dates';
import { KIND_LABEL } from '@/lib/words';
import { buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { briefQuery } from '../api/queries';
import { conversationsOf } from '../model/outcomes';
import { BriefPart, Lines } from './brief-part';
import { Endings } from './endings';
import { GoalOutcomes } from './goal-outcomes';
import { Goals } from './goals';

/** One page before a talk: what for, what to know, what to ask, and how to end either way. */
export function BriefScreen({ contactId }: { contactId: string }) {
  const { data: brief } = useSuspenseQuery(briefQuery(contactId));
  return (
    <Page
      title={`Before you talk with ${brief.contact.full_name}`}
      subtitle={talkWords(brief)}
      actions={
        <>
          <Link to="/people/$contactId" params={{ contactId }} className={buttonClass('ghost')}>
            Their page
          </Link>
          <Link to="/log" search={{ person: contactId }} className={buttonClass('secondary')}>
            <PenLine aria-hidden="true" />
            Log the talk
          </Link>
        </>
      }
    >
      <div className="grid gap-6">
        {conversationsOf(brief).map((id) => (
          <GoalOutcomes key={id} contactId={contactId} interactionId={id} />
        ))}
        <Goals brief={brief} />
        <Asked brief={brief} />
        <Known brief={brief} />
        <Endings endings={brief.endings} />
      </div>
    </Page>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function talkWords({ planned, minutes }: Brief): string {
  if (!planned) return `No talk is planned. This is for one of ${minutes} minutes.`;
  return `${KIND_LABEL[planned.kind]}, ${dayAndTime(planned.occurred_at, clock.now())}, ${minutes} minutes`;
}

function Asked({ brief: { find_out, questions, signals_to_watch } }: { brief: Brief }) {
  return (
    <>
      <BriefPart title="Find out beforehand" shown={find_out.length > 0}>
        <Lines items={find_out.map(({ what, how }) => ({ text: capital(what), detail: how }))} />
      </BriefPart>
      <BriefPart title="Questions that fit the time" shown={questions.length > 0}>
        <Lines items={questions.map((text) => ({ text }))} />
      </BriefPart>
      <BriefPart title="Watch for" shown>
        <div className="grid gap-4 sm:grid-cols-2">
          <Watched title="Good signs" signals={signals_to_watch.positive} />
          <Watched title="The others" signals={signals_to_watch.negative} />
        </div>
      </BriefPart>
    </>
  );
}

function Watched({ title, signals }: { title: string; signals: Brief['signals_to_watch']['positive'] }) {
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-ink-3 text-sm">{title}</h3>
      <ul className="text-ink-2 grid gap-1">
        {signals.map(({ signal, text }) => (
          <li key={signal}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Known({ brief }: { brief: Brief }) {
  const { commonalities, open_promises, accomplishments, known, last_conversation } = brief;
  return (
    <>
      <BriefPart title="Common ground" shown={commonalities.length > 0}>
        <Lines items={commonalities.map(({ text, opener }) => ({ text, detail: opener }))} />
      </BriefPart>
      <BriefPart title="Open promises" shown={open_promises.length > 0}>
        <Lines
          items={open_promises.map(({ by, what, due_on }) => ({
            text: `${by === 'me' ? 'You promised' : 'They promised'}: ${what}`,
            detail: `By ${due_on}`,
          }))}
        />
      </BriefPart>
      <BriefPart title="To weave in" shown={accomplishments.texts.length > 0}>
        <p className="text-ink-2">{accomplishments.when}</p>
        <Lines items={accomplishments.texts.map((text) => ({ text }))} />
      </BriefPart>
      <BriefPart title="What you know" shown={known.length > 0 || Boolean(last_conversation?.summary)}>
        {last_conversation?.summary && (
          <p className="whitespace-pre-wrap">{`Last time: ${last_conversation.summary}`}</p>
        )}
        <Lines items={known.map(({ what, known: fact }) => ({ text: `${capital(what)}: ${fact}` }))} />
      </BriefPart>
    </>
  );
}
