import type { ReactNode } from 'react';
import { PageTitle } from '@/ui/page';
import { Wordmark } from '@/ui/wordmark';

/** The frame of every screen before the door: one column, nothing else to look at. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-start gap-8 px-4 pt-12 pb-12 md:pt-[14vh]">
      <Wordmark />
      <header className="grid gap-2">
        <PageTitle>{title}</PageTitle>
        <p className="text-ink-2">{lead}</p>
      </header>
      {children}
    </main>
  );
}
