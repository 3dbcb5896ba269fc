import { type ComponentProps, type Ref, useMemo } from 'react';
import { cn } from '@/lib/cn';
import { type Look, piecesOf, type Stretch } from '@/lib/spans';

/** The same for both layers, so that every word lies over its line. */
const LAYER =
  'col-start-1 row-start-1 w-full min-w-0 whitespace-pre-wrap wrap-break-word rounded-sm border px-3 py-2 text-lg md:text-base';

/** Never colour alone: each look has a line of its own. */
const LINE: Record<Look, string> = {
  block: 'decoration-hold bg-hold-soft decoration-solid',
  warn: 'decoration-warn bg-warn-soft decoration-dashed',
  hint: 'bg-transparent decoration-ink-3 decoration-dotted',
  shown: 'bg-accent-soft decoration-accent decoration-dotted',
};

const LEAST = { line: 'min-h-11 md:min-h-10', few: 'min-h-24', many: 'min-h-64' };

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'className'> {
  ref?: Ref<HTMLTextAreaElement>;
  value: string;
  marks: readonly (Stretch & { look: Look })[];
  onChange: (text: string) => void;
  /** Grows with its text, but not below this. */
  least?: keyof typeof LEAST;
}

/** A field in which words are underlined in place. The lines are drawn beneath it; the text is the browser's own. */
export function MarkedText({ value, marks, onChange, least = 'line', ...rest }: Props) {
  const pieces = useMemo(() => piecesOf(value, marks), [value, marks]);
  return (
    <div className="bg-surface grid rounded-sm">
      <div aria-hidden="true" className={cn(LAYER, 'border-transparent text-transparent', LEAST[least])}>
        {pieces.map(({ at, text, look }) =>
          look ? (
            <mark
              key={at}
              data-look={look}
              className={cn('text-transparent underline decoration-2 underline-offset-4', LINE[look])}
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
