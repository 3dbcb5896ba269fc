import { Field, Input } from '@/ui/field';
import { MOST_DAYS, type Read, type TypedInterval } from '../model/interval';

interface Props {
  value: TypedInterval;
  faults: Read['faults'];
  onChange: (value: TypedInterval) => void;
}

/** The two ends of an interval, in days. */
export function IntervalFields({ value, faults, onChange }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Days
        label="Ideally every … days"
        hint="A month is 30, a quarter 90. From then on a light touch is suggested."
        value={value.ideal}
        error={faults.ideal}
        onChange={(ideal) => onChange({ ...value, ideal })}
      />
      <Days
        label="At the longest … days"
        hint="From then on it is owed, and stands on Today however full the day is."
        value={value.longest}
        error={faults.longest}
        onChange={(longest) => onChange({ ...value, longest })}
      />
    </div>
  );
}

interface DaysProps {
  label: string;
  hint: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

function Days({ label, hint, value, error, onChange }: DaysProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={1}
          max={MOST_DAYS}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
