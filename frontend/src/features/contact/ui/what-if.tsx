import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, Lock } from 'lucide-react';
import type { AskSize, Contact, Rung, Step } from '@/api/types';
import { cn } from '@/lib/cn';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL } from '@/lib/words';
import { Field, Options, Select } from '@/ui/field';
import { Card, SectionTitle } from '@/ui/page';
import { Failure, Skeleton } from '@/ui/states';
import { wantedStepQuery } from '../api/queries';

const WANTS = ASKS.filter((ask) => ask !== 'none');

interface Props {
  contact: Contact;
  want: AskSize | undefined;
}

/** "What if I want a referral?": the way there, rung by rung, and the first step on it. */
export function WhatIf({ contact, want }: Props) {
  const navigate = useNavigate();
  const choose = (next: AskSize | undefined) =>
    void navigate({
      to: '/people/$contactId',
      params: { contactId: contact.id },
      search: (before) => ({ ...before, want: next }),
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-label="What if">
      <Card className="grid gap-4">
        <SectionTitle>What if I want to ask for something?</SectionTitle>
        <Field label="I would like to ask for">
          {(control) => (
            <Select
              {...control}
              value={want ?? ''}
              onChange={(event) => choose(WANTS.find((ask) => ask === event.target.value))}
            >
              <option value="">Choose</option>
              <Options of={WANTS} label={(ask) => ASK_LABEL[ask]} />
            </Select>
          )}
        </Field>
        {want && <WayThere contactId={contact.id} want={want} />}
      </Card>
    </section>
  );
}

function WayThere({ contactId, want }: { contactId: string; want: AskSize }) {
  const step = useQuery(wantedStepQuery(contactId, want));
  if (step.isPending) return <Skeleton className="h-32" />;
  if (step.isError) return <Failure error={step.error} retry={() => void step.refetch()} />;
  return <Path step={step.data} want={want} />;
}

function Path({ step, want }: { step: Step; want: AskSize }) {
  return (
    <div className="grid gap-4" aria-live="polite">
      <div className="grid gap-1">
        <h3 className="font-serif text-xl font-medium">{step.headline}</h3>
        {step.reasons.slice(0, 2).map((reason) => (
          <p key={reason.rule} className="text-ink-2 text-sm">
            {reason.text}
          </p>
        ))}
      </div>
      <ol className="grid">
        {(step.path ?? []).map((rung) => (
          <RungRow key={rung.ask_size} rung={rung} wanted={rung.ask_size === want} />
        ))}
      </ol>
    </div>
  );
}

function RungRow({ rung, wanted }: { rung: Rung; wanted: boolean }) {
  const Icon = rung.allowed ? Check : Lock;
  return (
    <li className="before:bg-line relative flex gap-3 pb-4 before:absolute before:top-6 before:bottom-0 before:left-[11px] before:w-px last:pb-0 last:before:hidden">
      <span
        className={cn(
          'grid size-6 shrink-0 place-items-center rounded-full',
          rung.allowed ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-3',
        )}
      >
        <Icon aria-hidden="true" className="size-3.5" />
      </span>
      <span className="min-w-0">
        <span className={cn('block', wanted && 'font-semibold')}>
          {ASK_LABEL[rung.ask_size]}
          <span className="sr-only">{rung.allowed ? ', open' : ', not yet'}</span>
        </span>
        {!rung.allowed && <span className="text-ink-2 block text-sm">{rung.text}</span>}
      </span>
    </li>
  );
}
