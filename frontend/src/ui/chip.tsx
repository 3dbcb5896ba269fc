import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

const CHIP = 'min-h-11 select-none items-center gap-2 border text-sm transition-colors md:min-h-9';

/** A word or two, or a sentence that needs the whole line. */
const SHAPE = {
  word: 'inline-flex max-w-full rounded-full px-4 md:px-3.5',
  sentence: 'flex w-full rounded-sm px-3 py-2 text-left',
};

const look = (chosen: boolean, shape: keyof typeof SHAPE = 'word') =>
  cn(
    CHIP,
    SHAPE[shape],
    chosen ? 'border-accent bg-accent-soft text-accent font-medium' : 'border-edge bg-surface text-ink hover:bg-sunken',
  );

interface ToggleChipProps extends Omit<ComponentProps<'button'>, 'onChange'> {
  pressed: boolean;
  onChange: (pressed: boolean) => void;
  shape?: keyof typeof SHAPE;
}

/** On or off. Pressing it again takes it back. */
export function ToggleChip({ pressed, onChange, shape, className, ...rest }: ToggleChipProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={pressed}
      onClick={() => onChange(!pressed)}
      className={cn(look(pressed, shape), className)}
    />
  );
}

interface ChipChoiceProps<T extends string> {
  legend: string;
  name: string;
  options: readonly T[];
  label: (option: T) => ReactNode;
  value: T | null;
  onChange: (option: T) => void;
  hideLegend?: boolean;
}

/** One of a few: native radio buttons that look like chips, so that arrows work by themselves. */
export function ChipChoice<T extends string>(props: ChipChoiceProps<T>) {
  const { legend, name, options, label, value, onChange, hideLegend = false } = props;
  return (
    <fieldset className="min-w-0">
      <legend className={cn('text-ink mb-1.5 text-sm font-medium', hideLegend && 'sr-only')}>{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option}
            className={cn(
              look(option === value),
              'has-focus-visible:outline-accent relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
            />
            {label(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
