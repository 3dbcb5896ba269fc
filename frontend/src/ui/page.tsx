import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';

interface PageProps {
  title: string;
  /** One line under the title. */
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Two columns need the room. */
  wide?: boolean;
  /** One small button: it stays beside the title, however long that is. */
  aside?: boolean;
}

/** A screen: its one `h1` takes the focus on arrival, so that who listens knows where they are. */
export function Page({ title, subtitle, actions, children, className, wide = false, aside = false }: PageProps) {
  const width = wide ? 'max-w-[1080px]' : 'max-w-[768px]';
  return (
    <div className={cn('mx-auto w-full px-4 pt-6 pb-12 md:px-8 md:pt-10', width, className)}>
      <header
        className={cn('mb-6 flex justify-between gap-x-6 gap-y-3', aside ? 'items-start' : 'flex-wrap items-end')}
      >
        <div className="min-w-0">
          <PageTitle>{title}</PageTitle>
          {subtitle && <p className="text-ink-2 mt-1">{subtitle}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function PageTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Comity`;
    // A field that asked for the focus keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-3xl">
      {children}
    </h1>
  );
}

/** A card: a line around it, never a shadow. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn('border-line bg-surface rounded-lg border p-4 md:p-5', className)}>{children}</div>;
}

export function SectionTitle({ children, className }: { children: ReactNode; className?: string }) {
  return <h2 className={cn('text-base font-semibold', className)}>{children}</h2>;
}
