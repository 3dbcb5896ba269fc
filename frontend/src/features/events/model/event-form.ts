import * as v from 'valibot';
import type { Gathering, GatheringDraft } from '@/api/types';
import { fromLocalField, toLocalField } from './when';

export const eventFormSchema = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what it is called.')),
    starts_at: v.pipe(v.string(), v.nonEmpty('Say when it begins.')),
    ends_at: v.string(),
    place: v.pipe(v.string(), v.trim()),
    url: v.pipe(v.string(), v.trim()),
    attending: v.boolean(),
  }),
  v.forward(
    v.check(({ starts_at, ends_at }) => !ends_at || ends_at >= starts_at, 'It ends before it begins.'),
    ['ends_at'],
  ),
);

export type EventForm = v.InferOutput<typeof eventFormSchema>;

export const BLANK_EVENT: EventForm = { name: '', starts_at: '', ends_at: '', place: '', url: '', attending: true };

export function toEventForm(event: Gathering): EventForm {
  const { name, attending, starts_at, ends_at } = event;
  return {
    name,
    attending,
    starts_at: toLocalField(starts_at),
    ends_at: starts_at === ends_at ? '' : toLocalField(ends_at),
    place: event.place ?? '',
    url: event.url ?? '',
  };
}

export function toEventDraft(form: EventForm): GatheringDraft {
  const starts_at = fromLocalField(form.starts_at) ?? '';
  return {
    name: form.name,
    attending: form.attending,
    starts_at,
    ends_at: fromLocalField(form.ends_at) ?? starts_at,
    place: form.place || null,
    url: form.url || null,
  };
}
