import { Combobox } from '@base-ui/react/combobox';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '@/lib/use-debounced';
import { Avatar } from '@/ui/avatar';
import { Input } from '@/ui/field';
import { peopleSuggestionsQuery } from '../api/queries';
import { roleOf } from '../model/role';

export interface Person {
  id: string;
  full_name: string;
}

export interface PickerProps {
  id: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** What was done in a plain field before this came. */
export interface Begun {
  /** Null where nothing was typed. */
  text: string | null;
  inUse: boolean;
}

interface Props extends PickerProps {
  placeholder: string;
  begun: Begun;
}

/** Finds one person by a few letters; with none typed, those talked to last. Goes on where the plain field was left. */
export function PersonFinder({ value, onChange, begun, ...control }: Props) {
  const [text, setText] = useState(begun.text ?? value?.full_name ?? '');
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
      defaultInputValue={text}
      defaultOpen={begun.text !== null}
      onInputValueChange={setText}
      itemToStringLabel={(person) => person.full_name}
      isItemEqualToValue={(one, other) => one.id === other.id}
    >
      <Combobox.Input {...control} render={<Input ref={begun.inUse ? takeOver : undefined} />} />
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

function takeOver(field: HTMLInputElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
