import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { parseDay } from '../model/when';

/** The day, in the words one would use. */
export function WhenField({ value, onChange }: { value: string; onChange: (when: string) => void }) {
  const now = clock.now();
  const day = parseDay(value, now);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Field
        label="When"
        className="w-44"
        hint={day ? dayLine(day, now) : undefined}
        error={day ? undefined : 'Try “tue”, “yesterday” or “12 Nov”.'}
      >
        {(control) => (
          <Input {...control} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
        )}
      </Field>
      <Button variant="ghost" size="field" className="mt-[1.7rem]" onClick={() => onChange('yesterday')}>
        Yesterday
      </Button>
    </div>
  );
}

function dayLine(day: Date, now: Date): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short' }).format(day);
  const relative = relativeDay(day, now);
  return weekday.endsWith(relative) ? weekday : `${weekday}, ${relative}`;
}
