import type { ReactNode } from 'react';
import { Card, SectionTitle } from '@/ui/page';

interface PartProps {
  title: string;
  shown: boolean;
  children: ReactNode;
}

/** A part of the page, left out where there is nothing to say. */
export function BriefPart({ title, shown, children }: PartProps) {
  if (!shown) return null;
  return (
    <section aria-label={title}>
      <Card className="grid gap-3">
        <SectionTitle>{title}</SectionTitle>
        {children}
      </Card>
    </section>
  );
}

interface Line {
  text: string;
  detail?: string | null;
}

export function Lines({ items }: { items: Line[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {items.map(({ text, detail }) => (
        <li key={text}>
          {text}
          {detail && detail !== text && <span className="text-ink-3 block text-sm">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
