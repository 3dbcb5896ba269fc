import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

type Variant = 'primary' | 'secondary' | 'ghost' | 'danger';
type Size = 'md' | 'sm' | 'icon' | 'field' | 'pill';

const VARIANT: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-edge bg-surface text-ink hover:bg-sunken',
  ghost: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border border-danger text-danger hover:bg-danger-soft',
};

const SIZE: Record<Size, string> = {
  md: 'h-11 rounded-sm px-4 md:h-9 md:px-3',
  sm: 'h-11 rounded-sm px-3 text-sm md:h-8 md:px-2.5',
  icon: 'size-11 rounded-sm md:size-9',
  /** As high as the field that it stands beside. */
  field: 'h-11 rounded-sm px-4 md:h-10 md:px-3',
  pill: 'h-11 rounded-full px-4 md:h-9',
};

/** The look of a button, for links that act like one. */
export function buttonClass(variant: Variant = 'secondary', size: Size = 'md', className?: string): string {
  return cn(
    'inline-flex shrink-0 items-center justify-center gap-2 font-medium whitespace-nowrap transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
    VARIANT[variant],
    SIZE[size],
    className,
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant;
  size?: Size;
  /** Says that it is under way, and takes no second press. */
  busy?: boolean;
}

export function Button({ variant, size, busy = false, className, disabled, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={buttonClass(variant, size, className)}
    />
  );
}
