import { useQuery } from '@tanstack/react-query';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { GOAL_OUTCOMES } from '@/lib/orders';
import { GOAL_OUTCOME_LABEL, KIND_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { useToast } from '@/ui/toast';
import { conversationQuery, useSaveConversation } from '../api/queries';
import { withOutcome } from '../model/outcomes';
import { BriefPart } from './brief-part';

interface Props {
  contactId: string;
  interactionId: string;
}

/** What became of each goal of a conversation that is over, one tap each. */
export function GoalOutcomes({ contactId, interactionId }: Props) {
  const say = useToast();
  const { data: talk } = useQuery(conversationQuery(contactId, interactionId));
  const save = useSaveConversation(contactId, interactionId);
  if (!talk || talk.goals.length === 0) return null;
  const title = `What became of it: ${KIND_LABEL[talk.kind]}, ${relativeDay(talk.occurred_at, clock.now())}`;
  return (
    <BriefPart title={title} shown>
      {talk.goals.map((goal, place) => (
        <ChipChoice
          key={goal}
          legend={goal}
          name={`outcome-${interactionId}-${place}`}
          options={GOAL_OUTCOMES}
          label={(outcome) => GOAL_OUTCOME_LABEL[outcome]}
          value={talk.goal_outcomes[place] ?? null}
          onChange={(outcome) =>
            save.mutate(
              { goal_outcomes: withOutcome(talk, place, outcome) },
              { onError: () => say({ text: 'That did not save. Tap it again.', tone: 'failed' }) },
            )
          }
        />
      ))}
    </BriefPart>
  );
}
