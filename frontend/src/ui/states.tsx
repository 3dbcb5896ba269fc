import { CloudOff, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isMissing, OfflineError } from '@/api/client';
import { messageOf } from '@/api/problem';
import { cn } from '@/lib/cn';
import { Button } from './button';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  /** The one thing that helps. */
  action?: ReactNode;
  level?: 'h2' | 'h3';
}

/** Nothing here: says why, and what to do about it. */
export function Empty({ icon: Icon, title, children, action, level: Heading = 'h2' }: EmptyProps) {
  return (
    <section className="border-line grid justify-items-center gap-3 rounded-lg border border-dashed px-6 py-12 text-center">
      <Icon aria-hidden="true" className="text-ink-3 size-6" strokeWidth={1.5} />
      <Heading className="font-serif text-xl font-medium">{title}</Heading>
      {children && <div className="prose-width text-ink-2">{children}</div>}
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </section>
  );
}

/** Something did not load: says what, and offers to try again. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const offline = error instanceof OfflineError;
  if (isMissing(error)) {
    return <Empty icon={TriangleAlert} title="This is not here any more" />;
  }
  return (
    <div role="alert">
      <Empty
        icon={offline ? CloudOff : TriangleAlert}
        title={offline ? 'You are offline' : 'This did not load'}
        action={<Button onClick={retry}>Try again</Button>}
      >
        {messageOf(error)}
      </Empty>
    </div>
  );
}

/** A block in the shape of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn('bg-sunken animate-pulse rounded-sm', className)} />;
}

export function SkeletonList({ rows, className }: { rows: number; className: string }) {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} className={className} />
      ))}
    </div>
  );
}
