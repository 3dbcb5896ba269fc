import { cn } from '@/lib/cn';

export function initials(fullName: string): string {
  const words = fullName.trim().split(/\s+/).filter(Boolean);
  const first = words.at(0)?.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}

export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'bg-sunken text-ink-2 grid size-9 shrink-0 place-items-center rounded-full text-xs font-medium select-none',
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
