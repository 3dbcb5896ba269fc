import { Copy } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from './button';
import { useToast } from './toast';

interface Props extends Pick<ComponentProps<typeof Button>, 'size' | 'variant' | 'aria-label'> {
  text: string;
  /** What is copied: "The message". */
  what: string;
  /** What the button says, where there are several. */
  label?: string;
}

/** Puts a text where it can be pasted from. A browser without such a place (as over plain http) gets no button. */
export function CopyButton({ text, what, label = 'Copy', ...rest }: Props) {
  const say = useToast();
  if (!('clipboard' in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say({ text: `${what} is copied.` }),
      () => say({ text: 'The browser did not let us copy it. Select the text and copy it.', tone: 'failed' }),
    );
  return (
    <Button {...rest} onClick={() => void copy()}>
      <Copy aria-hidden="true" />
      {label}
    </Button>
  );
}
