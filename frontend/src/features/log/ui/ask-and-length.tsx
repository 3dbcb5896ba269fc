import type { AskSize } from '@/api/types';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';
import { Field, Select } from '@/ui/field';

const LENGTHS = ['5', '15', '30', '60'] as const;

interface Props {
  /** Undefined where nobody talked, and so nothing has a length. */
  minutes: number | null | undefined;
  askSize: AskSize;
  onMinutes: (minutes: number) => void;
  onAskSize: (askSize: AskSize) => void;
}

export function AskAndLength({ minutes, askSize, onMinutes, onAskSize }: Props) {
  return (
    <>
      {minutes !== undefined && (
        <ChipChoice
          legend="How long"
          name="minutes"
          options={LENGTHS}
          label={(length) => `${length} min`}
          value={LENGTHS.find((length) => Number(length) === minutes) ?? null}
          onChange={(length) => onMinutes(Number(length))}
        />
      )}
      <Field label="I asked for" className="max-w-64">
        {(control) => (
          <Select
            {...control}
            value={askSize}
            onChange={(event) => onAskSize(ASKS.find((size) => size === event.target.value) ?? 'none')}
          >
            {ASKS.map((size) => (
              <option key={size} value={size}>
                {ASK_LABEL[size]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
