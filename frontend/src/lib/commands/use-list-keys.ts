import { type RefObject, useCallback } from 'react';
import { useCommand } from './provider';

/** Marks an element as a stop for `j` and `k`. */
export const LIST_STOP = { 'data-list-stop': '' } as const;

/** `j` and `k` walk over the stops inside `container`, in the order of the page. */
export function useListKeys(container: RefObject<HTMLElement | null>): void {
  const step = useCallback(
    (by: 1 | -1) => {
      const stops = [...(container.current?.querySelectorAll<HTMLElement>('[data-list-stop]') ?? [])];
      const here = stops.findIndex((stop) => stop.contains(document.activeElement));
      const next = stops[here === -1 ? 0 : Math.min(stops.length - 1, Math.max(0, here + by))];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    },
    [container],
  );
  useCommand('list.next', () => step(1));
  useCommand('list.previous', () => step(-1));
}
