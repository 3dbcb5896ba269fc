import { cn } from '@/lib/cn';
import { type CommandId, command, keycaps } from '@/lib/commands/catalogue';

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of a command, as small keycaps. Not for readers of the screen: the `?` sheet has them in words. */
export function Keys({ of, className }: { of: CommandId; className?: string }) {
  return (
    <span aria-hidden="true" className={cn('hidden gap-0.5 md:inline-flex', className)}>
      {keycaps(command(of).keys, APPLE).map((cap) => (
        <Keycap key={cap}>{cap}</Keycap>
      ))}
    </span>
  );
}

export function Keycap({ children }: { children: string }) {
  return (
    <kbd className="border-line bg-sunken text-ink-2 inline-flex min-w-5 items-center justify-center rounded-[4px] border px-1 font-sans text-xs leading-[1.125rem] font-normal in-[.bg-accent]:border-current in-[.bg-accent]:bg-transparent in-[.bg-accent]:text-current">
      {children}
    </kbd>
  );
}
