import type { AskSize, Vow } from '@/api/types';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { Field, Options, Select } from '@/ui/field';

const LENGTHS = [5, 15, 30, 60];

/** The usual lengths, and the one that is chosen. */
function lengthsWith(minutes: number | null): string[] {
  const lengths = new Set(minutes ? [...LENGTHS, minutes] : LENGTHS);
  return [...lengths].toSorted((one, other) => one - other).map(String);
}

interface Props {
  /** Undefined where nobody talked, and so nothing has a length. */
  minutes: number | null | undefined;
  askSize: AskSize;
  askedBy: Vow['by'];
  onMinutes: (minutes: number) => void;
  onAskSize: (askSize: AskSize) => void;
}

export function AskAndLength({ minutes, askSize, askedBy, onMinutes, onAskSize }: Props) {
  return (
    <>
      {minutes !== undefined && (
        <ChipChoice
          legend="How long"
          name="minutes"
          options={lengthsWith(minutes)}
          label={(length) => `${length} min`}
          value={minutes === null ? null : String(minutes)}
          onChange={(length) => onMinutes(Number(length))}
        />
      )}
      <Field label={askedBy === 'me' ? 'I asked for' : 'They asked for'} className="max-w-64">
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
