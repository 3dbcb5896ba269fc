import type { ReactNode } from 'react';
import { Button } from './button';
import { ChipChoice } from './chip';
import { SectionTitle } from './page';
import { Failure, SkeletonList } from './states';

const EVERYTHING = 'all';

interface Pages<Item> {
  data: { pages: { items: Item[] }[] } | undefined;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface Props<Item, Status extends string> {
  title: string;
  statuses: readonly Status[];
  label: Record<Status, string>;
  /** Where nothing stands so: what would. */
  nothing: Record<Status, string>;
  /** Where nothing happened at all yet. */
  never: string;
  /** Only what stands so; null: everything. */
  shown: Status | null;
  onShow: (status: Status | null) => void;
  list: Pages<Item>;
  children: (item: Item) => ReactNode;
}

/** What happened, the newest first, live; everything or what stands in one way. */
export function LiveList<Item, Status extends string>(props: Props<Item, Status>) {
  const { title, statuses, label, nothing, never, shown, onShow, list, children } = props;
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-label={title} className="grid gap-4">
      <SectionTitle>{title}</SectionTitle>
      <ChipChoice<Status | typeof EVERYTHING>
        legend="Show"
        hideLegend
        name="status"
        options={[EVERYTHING, ...statuses]}
        label={(one) => (one === EVERYTHING ? 'Everything' : label[one])}
        value={shown ?? EVERYTHING}
        onChange={(one) => onShow(one === EVERYTHING ? null : one)}
      />
      {!items && !list.error && <SkeletonList rows={3} className="h-14" />}
      {!items && list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {items?.length === 0 && <p className="text-ink-2">{shown ? nothing[shown] : never}</p>}
      {items && items.length > 0 && <ul className="border-line border-t">{items.map(children)}</ul>}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} className="justify-self-start" onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
