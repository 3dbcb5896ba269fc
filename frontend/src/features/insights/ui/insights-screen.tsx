import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Insights } from '@/api/types';
import { clock } from '@/lib/clock';
import { shortDate } from '@/lib/dates';
import { Page, SectionTitle } from '@/ui/page';
import { insightsQuery } from '../api/queries';
import { howMuchToTell } from '../model/habits';
import type { Quality } from '../model/qualities';
import { Advice } from './advice';
import { Favours } from './favours';
import { Habits } from './habits';
import { Network } from './network';
import { NobodyYet, SilentSoFar } from './nothing-yet';
import { Replies } from './replies';

/** by: the quality of messages by which replies are compared. */
export function InsightsScreen({ by }: { by: Quality }) {
  const { data: insights } = useSuspenseQuery(insightsQuery());
  const now = clock.now();
  const period = `${shortDate(insights.from, now)} to ${shortDate(insights.as_of, now)}`;
  return (
    <Page title="Insights" subtitle={`${period}. What your own log says, and what to try next.`}>
      <div className="grid gap-10">
        <Findings insights={insights} by={by} />
      </div>
    </Page>
  );
}

function Findings({ insights, by }: { insights: Insights; by: Quality }) {
  const toTell = howMuchToTell(insights);
  if (toTell === 'nobody') return <NobodyYet />;
  const network = (
    <Section title="Your network">
      <Network insights={insights} />
    </Section>
  );
  if (toTell === 'silence') {
    return (
      <>
        <SilentSoFar since={insights.from} />
        {network}
      </>
    );
  }
  return (
    <>
      <Section title="Eight habits, the one with most to gain first">
        {!insights.complete && (
          <p className="text-ink-2">There was too much to judge every moment. These counts are a part of the whole.</p>
        )}
        <Habits habits={insights.mistakes} leastToTell={insights.least_to_tell} />
      </Section>
      {network}
      <Section title="Give and take">
        <Favours favours={insights.give_and_take} />
      </Section>
      <Section title="Replies">
        <Replies rates={insights.reply_rates} by={by} />
      </Section>
      {insights.rules.length > 0 && (
        <Section title="What came of the advice">
          <Advice rules={insights.rules} />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-4">
      <SectionTitle>{title}</SectionTitle>
      {children}
    </section>
  );
}
