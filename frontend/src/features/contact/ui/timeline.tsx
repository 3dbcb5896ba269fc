import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { Button, buttonClass } from '@/ui/button';
import { SectionTitle } from '@/ui/page';
import { Empty, Failure, SkeletonList } from '@/ui/states';
import { timelineQuery } from '../api/queries';
import { byMonth } from '../model/months';
import { TimelineEntry } from './timeline-entry';

export function Timeline({ contactId }: { contactId: string }) {
  return (
    <section aria-label="Timeline" className="grid gap-4">
      <SectionTitle>Timeline</SectionTitle>
      <TimelineBody contactId={contactId} />
    </section>
  );
}

function TimelineBody({ contactId }: { contactId: string }) {
  const timeline = useInfiniteQuery(timelineQuery(contactId));
  if (timeline.isPending) return <SkeletonList rows={3} className="h-16" />;
  if (timeline.isError) return <Failure error={timeline.error} retry={() => void timeline.refetch()} />;
  const items = timeline.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingYet contactId={contactId} />;
  return (
    <>
      {byMonth(items).map(({ month, items: entries }) => (
        <section key={month} className="grid gap-1">
          <h3 className="text-ink-3 text-sm">{month}</h3>
          <ol className="grid">
            {entries.map((item) => (
              <TimelineEntry key={item.id} moment={item} contactId={contactId} />
            ))}
          </ol>
        </section>
      ))}
      {timeline.hasNextPage && (
        <Button
          busy={timeline.isFetchingNextPage}
          className="justify-self-start"
          onClick={() => void timeline.fetchNextPage()}
        >
          Show earlier
        </Button>
      )}
    </>
  );
}

function NothingYet({ contactId }: { contactId: string }) {
  return (
    <Empty
      icon={History}
      level="h3"
      title="Nothing noted yet"
      action={
        <Link to="/log" search={{ person: contactId }} className={buttonClass('secondary')}>
          Log the first word
        </Link>
      }
    />
  );
}
