import { useQuery } from '@tanstack/react-query';
import type { Relationship } from '@/api/types';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { relativeDay } from '@/lib/dates';
import { STAGES } from '@/lib/orders';
import { balanceWords, STAGE_LABEL, STAGE_MEANING } from '@/lib/words';
import { Section } from '@/ui/section';
import { relationshipQuery } from '../api/queries';
import { answersWords, BALL_WORDS, reliabilityWords } from '../model/portrait';
import { CoolingCurve } from './cooling-curve';

export function RelationshipPicture({ contactId }: { contactId: string }) {
  const relationship = useQuery(relationshipQuery(contactId));
  return (
    <Section title="Where you stand" query={relationship}>
      {(data) => (
        <>
          <StageLadder relationship={data} />
          <CoolingCurve warmth={data.warmth} halfLifeDays={data.half_life_days} />
          <Portrait relationship={data} />
        </>
      )}
    </Section>
  );
}

const STEP_FILL = ['bg-stranger', 'bg-acquainted', 'bg-rapport', 'bg-trusted', 'bg-ally'];

function StageLadder({ relationship }: { relationship: Relationship }) {
  const { trust_stage, effective_stage } = relationship;
  const reached = STAGES.indexOf(trust_stage);
  return (
    <div className="grid gap-2">
      <ol
        aria-label={`Trust: ${STAGE_LABEL[trust_stage]}`}
        className="grid grid-cols-[1fr_1.3fr_0.95fr_0.95fr_0.7fr] items-end gap-1"
      >
        {STAGES.map((stage, step) => (
          <li key={stage} className="grid gap-1">
            <span
              aria-hidden="true"
              className={cn('rounded-[3px]', step <= reached ? STEP_FILL[reached] : 'border-line bg-sunken border')}
              style={{ height: 8 + step * 6 }}
            />
            <span
              aria-current={step === reached ? 'step' : undefined}
              className={cn('text-[0.6875rem]', step === reached ? 'text-ink font-semibold' : 'text-ink-3')}
            >
              {STAGE_LABEL[stage]}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-ink-2 text-sm">{STAGE_MEANING[trust_stage]}</p>
      {effective_stage !== trust_stage && (
        <p className="text-hold text-sm">
          {`It has been a while: for asks this counts as ${STAGE_LABEL[effective_stage].toLowerCase()}.`}
        </p>
      )}
    </div>
  );
}

function Portrait({ relationship }: { relationship: Relationship }) {
  const { last_reciprocated_at: last } = relationship;
  const sentences = [
    last ? `Last exchange ${relativeDay(last, clock.now())}.` : null,
    BALL_WORDS[relationship.ball],
    answersWords(relationship),
    balanceWords(relationship.reciprocity),
    reliabilityWords(relationship.reliability),
  ];
  return (
    <ul className="border-line text-ink-2 grid gap-1 border-t pt-3 text-sm">
      {sentences.filter(Boolean).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
