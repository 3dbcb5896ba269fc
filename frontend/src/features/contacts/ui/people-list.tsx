import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ContactRow } from '@/api/types';
import { cn } from '@/lib/cn';
import { LIST_STOP, useListKeys } from '@/lib/commands/use-list-keys';
import { Avatar } from '@/ui/avatar';
import { TrustMeter } from '@/ui/trust-meter';
import { WarmthDot } from '@/ui/warmth';
import { roleOf } from '../model/role';

const ROW_HEIGHT = 64;
/** How many rows before the end the next page is asked for. */
const AHEAD = 40;

interface Props {
  rows: ContactRow[];
  /** The rows belong to the search before; the new ones are on their way. */
  stale: boolean;
  more: boolean;
  loadMore: () => void;
}

/** Ten thousand people, a screenful of rows in the page. */
export function PeopleList({ rows, stale, more, loadMore }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const nearEnd = more && last >= rows.length - AHEAD;
  useEffect(() => {
    if (nearEnd) loadMore();
  }, [nearEnd, loadMore]);

  return (
    <ul
      ref={list}
      aria-busy={stale}
      className={cn('border-line relative -mx-2 border-t transition-opacity', stale && 'opacity-60')}
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index];
        return (
          row && (
            <li
              key={row.id}
              aria-posinset={item.index + 1}
              aria-setsize={more ? -1 : rows.length}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
            >
              <PersonRow row={row} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function PersonRow({ row }: { row: ContactRow }) {
  return (
    <Link
      {...LIST_STOP}
      to="/people/$contactId"
      params={{ contactId: row.id }}
      className="press-row border-line flex h-full items-center gap-3 border-b px-2"
    >
      <Avatar name={row.full_name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{row.full_name}</span>
        <span className="text-ink-3 block truncate text-sm">{roleOf(row)}</span>
      </span>
      {row.tags.includes('Demo') && <DemoTag />}
      <TrustMeter stage={row.trust_stage} />
      <WarmthDot warmth={row.warmth} />
    </Link>
  );
}

function DemoTag() {
  return <span className="border-line text-ink-3 hidden rounded-full border px-2 text-xs sm:inline">Demo</span>;
}
