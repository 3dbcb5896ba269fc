import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn';

const CONTROL = cn(
  'border-edge bg-surface text-ink placeholder:text-ink-3 w-full rounded-sm border px-3 text-lg md:text-base',
  'aria-invalid:border-danger disabled:cursor-not-allowed disabled:opacity-60',
);

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (control: Described) => ReactNode;
}

/** A label that is always seen, a hint, and what is wrong; all tied to the control for who cannot see them. */
export function Field({ label, hint: advice, error, className, children }: FieldProps) {
  const id = useId();
  // What is wrong may be what the hint says: then it is said once.
  const hint = advice === error ? undefined : advice;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-ink text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(CONTROL, 'h-11 md:h-10', className)} />;
}

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cn(CONTROL, 'py-2', className)} />;
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={cn(CONTROL, 'h-11 md:h-10', className)} />;
}

interface OptionsProps<Value extends string> {
  of: readonly Value[];
  label: (value: Value) => string;
}

/** What a select offers, in words. */
export function Options<Value extends string>({ of, label }: OptionsProps<Value>) {
  return of.map((value) => (
    <option key={value} value={value}>
      {label(value)}
    </option>
  ));
}

export function Checkbox({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={cn('flex min-h-11 cursor-pointer items-center gap-3 md:min-h-8', className)}>
      <input {...rest} type="checkbox" className="accent-accent size-5 shrink-0 md:size-4" />
      <span>{label}</span>
    </label>
  );
}

/** What a form says when no field is to blame. */
export function FormAlert({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p role="alert" className="bg-danger-soft text-danger rounded-sm px-3 py-2 text-sm">
      {children}
    </p>
  );
}
