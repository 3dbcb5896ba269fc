import type { ReactNode } from 'react';
import { Card, SectionTitle } from './page';
import { Failure, Skeleton } from './states';

interface Loaded<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface SectionProps<T> {
  title: string;
  action?: ReactNode;
  query: Loaded<T>;
  children: (data: T) => ReactNode;
}

/** A part of the page that loads, or fails, by itself. */
export function Section<T>({ title, action, query, children }: SectionProps<T>) {
  return (
    <section aria-label={title}>
      <Card className="grid gap-4">
        <header className="flex min-h-8 items-center justify-between gap-4">
          <SectionTitle>{title}</SectionTitle>
          {action}
        </header>
        <SectionBody query={query}>{children}</SectionBody>
      </Card>
    </section>
  );
}

function SectionBody<T>({ query, children }: Pick<SectionProps<T>, 'query' | 'children'>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton className="h-24" />;
}
