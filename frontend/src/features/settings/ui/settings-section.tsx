import { type ReactNode, useId } from 'react';
import { Card, SectionTitle } from '@/ui/page';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

export function SettingsSection({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card className="grid gap-4">
        <header className="grid gap-1">
          <div id={id}>
            <SectionTitle>{title}</SectionTitle>
          </div>
          {lead && <p className="text-ink-2">{lead}</p>}
        </header>
        {children}
      </Card>
    </section>
  );
}
