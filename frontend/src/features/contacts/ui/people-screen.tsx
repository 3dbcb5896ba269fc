import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { SearchX, UserPlus, Users } from 'lucide-react';
import { Button, buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { Empty, Failure, SkeletonList } from '@/ui/states';
import { peopleQuery } from '../api/queries';
import { isFiltered, type PeopleFilters, tidy } from '../model/filters';
import { PeopleFilterBar } from './people-filter-bar';
import { PeopleList } from './people-list';

export function PeopleScreen({ filters }: { filters: PeopleFilters }) {
  const navigate = useNavigate();
  const show = (next: PeopleFilters) => void navigate({ to: '/people', search: tidy(next), replace: true });
  return (
    <Page
      title="People"
      actions={
        <Link to="/people/new" className={buttonClass('secondary')}>
          <UserPlus aria-hidden="true" />
          Add a person
        </Link>
      }
    >
      <PeopleFilterBar filters={filters} onChange={show} />
      <PeopleResults filters={filters} onClear={() => show({})} />
    </Page>
  );
}

function PeopleResults({ filters, onClear }: { filters: PeopleFilters; onClear: () => void }) {
  const people = useInfiniteQuery(peopleQuery(filters));
  if (people.isPending) return <SkeletonList rows={8} className="h-12" />;
  if (people.isError) return <Failure error={people.error} retry={() => void people.refetch()} />;
  const rows = people.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return isFiltered(filters) ? <NobodyFits onClear={onClear} /> : <NobodyYet />;
  return (
    <PeopleList
      rows={rows}
      stale={people.isPlaceholderData}
      more={people.hasNextPage}
      loadMore={() => !people.isFetchingNextPage && void people.fetchNextPage()}
    />
  );
}

function NobodyFits({ onClear }: { onClear: () => void }) {
  return (
    <Empty icon={SearchX} title="Nobody fits" action={<Button onClick={onClear}>Clear filters</Button>}>
      No one matches this search and these filters.
    </Empty>
  );
}

function NobodyYet() {
  return (
    <Empty
      icon={Users}
      title="Nobody here yet"
      action={
        <>
          <Link to="/import" className={buttonClass('primary')}>
            Import people
          </Link>
          <Link to="/people/new" className={buttonClass('secondary')}>
            Add a person
          </Link>
        </>
      }
    >
      Bring in your LinkedIn connections or an address book, or add one person by hand.
    </Empty>
  );
}
