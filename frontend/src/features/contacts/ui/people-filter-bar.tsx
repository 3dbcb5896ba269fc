import { useLocation } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '@/lib/commands/provider';
import { SENIORITIES, STAGES } from '@/lib/orders';
import { useRestingText } from '@/lib/use-resting-text';
import { SENIORITY_LABEL, STAGE_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { Field, Input, Options, Select } from '@/ui/field';
import { isFiltered, type PeopleFilters, SORT_LABEL, SORTS } from '../model/filters';

interface Props {
  filters: PeopleFilters;
  onChange: (filters: PeopleFilters) => void;
}

export function PeopleFilterBar({ filters, onChange }: Props) {
  const [open, setOpen] = useState(() => isFiltered({ ...filters, q: '' }));
  const set = (part: PeopleFilters) => onChange({ ...filters, ...part });
  return (
    <search className="mb-4 grid gap-4">
      <div className="flex items-end gap-2">
        <SearchField q={filters.q ?? ''} onSearch={(q) => set({ q })} />
        <Button aria-expanded={open} aria-controls="people-filters" onClick={() => setOpen(!open)} className="md:h-10">
          <SlidersHorizontal aria-hidden="true" />
          Filters
        </Button>
      </div>
      {open && <ClosedByEscape close={() => setOpen(false)} />}
      <div id="people-filters" hidden={!open} className="grid grid-cols-2 gap-x-3 gap-y-4 md:grid-cols-3">
        <Choice
          label="Trust"
          value={filters.trust_stage}
          options={STAGES}
          text={(stage) => STAGE_LABEL[stage]}
          onChange={(trust_stage) => set({ trust_stage })}
        />
        <Choice
          label="Seniority"
          value={filters.seniority}
          options={SENIORITIES}
          text={(rung) => SENIORITY_LABEL[rung]}
          onChange={(seniority) => set({ seniority })}
        />
        <Choice
          label="Order"
          none="Name"
          value={filters.sort === 'name' ? undefined : filters.sort}
          options={SORTS.filter((sort) => sort !== 'name')}
          text={(sort) => SORT_LABEL[sort]}
          onChange={(sort) => set({ sort })}
        />
        <TextFilter label="Company" value={filters.company} onChange={(company) => set({ company })} />
        <TextFilter label="Field" value={filters.field} onChange={(field) => set({ field })} />
        <TextFilter label="Tag" value={filters.tag} onChange={(tag) => set({ tag })} />
      </div>
    </search>
  );
}

/** Escape backs out of the filters before it leaves the screen. */
function ClosedByEscape({ close }: { close: () => void }) {
  useCommand('app.back', close);
  return null;
}

function SearchField({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const wanted = useLocation().hash === 'search';
  const [text, setText] = useRestingText(q, onSearch);
  useCommand('app.search', () => {
    input.current?.focus();
    input.current?.select();
  });
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);
  return (
    <Field label="Search" className="min-w-0 flex-1">
      {(control) => (
        <Input
          {...control}
          ref={input}
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Field>
  );
}

function TextFilter({
  label,
  value = '',
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (v: string) => void;
}) {
  const [text, setText] = useRestingText(value, onChange);
  return (
    <Field label={label}>
      {(control) => <Input {...control} value={text} onChange={(event) => setText(event.target.value)} />}
    </Field>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  none?: string;
  value: T | undefined;
  options: readonly T[];
  text: (option: T) => string;
  onChange: (option: T | undefined) => void;
}

function Choice<T extends string>({ label, none = 'Any', value, options, text, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(options.find((option) => option === event.target.value))}
        >
          <option value="">{none}</option>
          <Options of={options} label={text} />
        </Select>
      )}
    </Field>
  );
}
