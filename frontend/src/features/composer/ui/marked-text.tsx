import { type ComponentProps, type Ref, useMemo } from 'react';
import type { Severity } from '@/api/types';
import { cn } from '@/lib/cn';
import { type Mark, piecesOf } from '../model/spans';

/** The same for both layers, so that every word lies over its line. */
const LAYER =
  'col-start-1 row-start-1 w-full min-w-0 whitespace-pre-wrap wrap-break-word rounded-sm border px-3 py-2 text-lg md:text-base';

/** Never colour alone: each severity has a line of its own. */
const LINE: Record<Severity, string> = {
  block: 'decoration-hold bg-hold-soft decoration-solid',
  warn: 'decoration-warn bg-warn-soft decoration-dashed',
  hint: 'bg-transparent decoration-ink-3 decoration-dotted',
};

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'className'> {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  marks: readonly Mark[];
  onChange: (text: string) => void;
  /** Grows with its text, but not below this. */
  tall?: boolean;
}

/** A field whose findings are underlined in place. The lines are drawn beneath it; the text is the browser's own. */
export function MarkedText({ value, marks, onChange, tall = false, ...rest }: Props) {
  const pieces = useMemo(() => piecesOf(value, marks), [value, marks]);
  return (
    <div className="bg-surface grid rounded-sm">
      <div
        aria-hidden="true"
        className={cn(LAYER, 'border-transparent text-transparent', tall ? 'min-h-64' : 'min-h-11 md:min-h-10')}
      >
        {pieces.map(({ at, text, severity }) =>
          severity ? (
            <mark
              key={at}
              data-severity={severity}
              className={cn('text-transparent underline decoration-2 underline-offset-4', LINE[severity])}
            >
              {text}
            </mark>
          ) : (
            text
          ),
        )}
        {/* A last empty line has a height only with something on it. */}
        {'\u200b'}
      </div>
      <textarea
        {...rest}
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cn(
          LAYER,
          'border-edge text-ink placeholder:text-ink-3 aria-invalid:border-danger relative resize-none overflow-hidden bg-transparent',
        )}
      />
    </div>
  );
}
