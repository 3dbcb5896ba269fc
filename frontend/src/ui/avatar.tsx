import { cn } from '@/lib/cn';

export function initials(fullName: string): string {
  const words = fullName.trim().split(/\s+/).filter(Boolean);
  const first = words.at(0)?.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}

const SIZE = {
  sm: 'size-7 text-xs',
  md: 'size-9 text-xs',
  lg: 'size-12 text-base md:size-14',
};

export function Avatar({ name, size = 'md' }: { name: string; size?: keyof typeof SIZE }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'bg-sunken text-ink-2 grid shrink-0 place-items-center rounded-full font-medium select-none',
        SIZE[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
