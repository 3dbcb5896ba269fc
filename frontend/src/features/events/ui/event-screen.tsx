import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { Page } from '@/ui/page';
import { SkeletonList } from '@/ui/states';
import { planQuery } from '../api/queries';
import { TAB_LABEL, TABS, type Tab, tabOf } from '../model/tabs';
import { whenOf } from '../model/when';
import { BeforeTab } from './before-tab';
import { EventDeeds } from './event-deeds';

const DuringTab = lazy(async () => ({ default: (await import('./during-tab')).DuringTab }));
const AfterTab = lazy(async () => ({ default: (await import('./after-tab')).AfterTab }));

interface Props {
  eventId: string;
  /** Undefined where nobody chose: what is wanted now. */
  tab: Tab | undefined;
}

const BODY = { before: BeforeTab, during: DuringTab, after: AfterTab };

export function EventScreen({ eventId, tab: chosen }: Props) {
  const { data: plan } = useSuspenseQuery(planQuery(eventId));
  const { event } = plan;
  const tab = chosen ?? tabOf(plan.phase);
  const Body = BODY[tab];
  return (
    <Page
      title={event.name}
      subtitle={[whenOf(event, clock.now()), event.place].filter(Boolean).join(' · ')}
      actions={<EventDeeds event={event} />}
      aside={!event.url}
    >
      {!event.attending && (
        <p className="bg-sunken text-ink-2 mb-6 rounded-md px-4 py-3">You do not go, so nobody is planned for.</p>
      )}
      <TabSwitch eventId={eventId} tab={tab} />
      <Suspense fallback={<SkeletonList rows={4} className="h-16" />}>
        <Body plan={plan} />
      </Suspense>
    </Page>
  );
}

function TabSwitch({ eventId, tab }: { eventId: string; tab: Tab }) {
  return (
    <nav aria-label="Parts of this page" className="border-line mb-6 border-b">
      <ul className="flex">
        {TABS.map((part) => (
          <li key={part} className="flex-1 md:flex-none">
            <Link
              to="/events/$eventId"
              params={{ eventId }}
              search={{ tab: part }}
              replace
              resetScroll={false}
              aria-current={part === tab ? 'page' : undefined}
              className={cn(
                'flex min-h-11 items-center justify-center border-b-2 font-medium md:px-6',
                part === tab ? 'border-accent text-accent' : 'text-ink-2 border-transparent',
              )}
            >
              {TAB_LABEL[part]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
