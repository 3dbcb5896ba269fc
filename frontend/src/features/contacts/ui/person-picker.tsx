import { lazy, Suspense, useState } from 'react';
import { Input } from '@/ui/field';
import type { Begun, PickerProps } from './person-finder';

export type { Person } from './person-finder';

const PersonFinder = lazy(async () => ({ default: (await import('./person-finder')).PersonFinder }));

const PLACEHOLDER = 'Start typing a name';

/** One person. The field stands at once and can be typed in; what finds people comes after it, and goes on from there. */
export function PersonPicker(props: PickerProps) {
  const { value, onChange, ...control } = props;
  const [begun, setBegun] = useState<Begun>({ text: null, inUse: false });
  return (
    <Suspense
      fallback={
        <Input
          {...control}
          placeholder={PLACEHOLDER}
          autoComplete="off"
          value={begun.text ?? value?.full_name ?? ''}
          onChange={(event) => setBegun({ text: event.target.value, inUse: true })}
          onFocus={() => setBegun({ ...begun, inUse: true })}
          onBlur={() => setBegun({ ...begun, inUse: false })}
        />
      }
    >
      <PersonFinder {...props} placeholder={PLACEHOLDER} begun={begun} />
    </Suspense>
  );
}
