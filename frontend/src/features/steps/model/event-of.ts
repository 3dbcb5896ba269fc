import type { Step } from '@/api/types';

/** The event that a step is for, by what its first reason rests on. */
export function eventOf({ action, reasons }: Step): string | null {
  if (!action?.startsWith('event_')) return null;
  return reasons[0]?.evidence.find(({ event_id }) => event_id)?.event_id ?? null;
}
