import type { AskSize, Direction, InteractionKind } from '@/api/types';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { Field, Options, Select } from '@/ui/field';
import { CONVERSATIONS } from '../model/draft';

const LENGTHS = [5, 15, 30, 60];

/** The usual lengths, and the one that is chosen. */
function lengthsWith(minutes: number | null): string[] {
  const lengths = new Set(minutes ? [...LENGTHS, minutes] : LENGTHS);
  return [...lengths].toSorted((one, other) => one - other).map(String);
}

interface Props {
  kind: InteractionKind;
  direction: Direction;
  minutes: number | null;
  askSize: AskSize;
  onMinutes: (minutes: number) => void;
  onAskSize: (askSize: AskSize) => void;
}

/** What was asked, by whoever reached out, and how long it took where people talked. */
export function AskAndLength({ kind, direction, minutes, askSize, onMinutes, onAskSize }: Props) {
  return (
    <>
      {CONVERSATIONS.includes(kind) && (
        <ChipChoice
          legend="How long"
          name="minutes"
          options={lengthsWith(minutes)}
          label={(length) => `${length} min`}
          value={minutes === null ? null : String(minutes)}
          onChange={(length) => onMinutes(Number(length))}
        />
      )}
      <Field label={direction === 'inbound' ? 'They asked for' : 'I asked for'} className="max-w-64">
        {(control) => (
          <Select
            {...control}
            value={askSize}
            onChange={(event) => onAskSize(ASKS.find((size) => size === event.target.value) ?? 'none')}
          >
            <Options of={ASKS} label={(size) => ASK_LABEL[size]} />
          </Select>
        )}
      </Field>
    </>
  );
}
