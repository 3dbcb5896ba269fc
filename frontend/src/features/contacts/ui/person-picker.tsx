import { Combobox } from '@base-ui/react/combobox';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import { useDebounced } from '@/lib/use-debounced';
import { Avatar } from '@/ui/avatar';
import { peopleSuggestionsQuery } from '../api/queries';
import { roleOf } from '../model/role';

export interface Person {
  id: string;
  full_name: string;
}

interface PersonPickerProps {
  id: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Finds one person by a few letters; with none typed, those talked to last. */
export function PersonPicker({ value, onChange, ...control }: PersonPickerProps) {
  const [text, setText] = useState(value?.full_name ?? '');
  const q = useDebounced(text === value?.full_name ? '' : text.trim(), 120);
  const { data, isFetching } = useQuery(peopleSuggestionsQuery(q));
  const people = data?.items ?? [];
  return (
    <Combobox.Root<Person>
      items={people}
      filter={null}
      autoHighlight
      value={value}
      onValueChange={onChange}
      onInputValueChange={setText}
      itemToStringLabel={(person) => person.full_name}
      isItemEqualToValue={(one, other) => one.id === other.id}
    >
      <Combobox.Input
        {...control}
        placeholder="Start typing a name"
        className={cn(
          'border-edge bg-surface text-ink placeholder:text-ink-3 h-11 w-full rounded-sm border px-3 text-lg md:h-10 md:text-base',
          'aria-invalid:border-danger',
        )}
      />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup className="border-line bg-surface shadow-float max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-md border p-1">
            <Combobox.Empty className="text-ink-3 px-3 py-2 text-sm empty:hidden">
              {isFetching ? 'Looking' : 'Nobody by that name'}
            </Combobox.Empty>
            <Combobox.List>
              {people.map((person) => (
                <Combobox.Item
                  key={person.id}
                  value={person}
                  className="data-highlighted:bg-sunken flex min-h-11 cursor-default items-center gap-3 rounded-sm px-2 outline-none"
                >
                  <Avatar name={person.full_name} size="sm" />
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{person.full_name}</span>
                    <span className="text-ink-3 block truncate text-sm">{roleOf(person)}</span>
                  </span>
                </Combobox.Item>
              ))}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
