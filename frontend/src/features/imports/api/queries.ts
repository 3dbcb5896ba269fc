import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { keys, refreshAdvice } from '@/api/keys';
import type { ColumnField, Import, ImportRecord } from '@/api/types';
import { isUnderWay } from '../model/status';

/** A job is asked about every second while it works and the page is seen. */
const POLL_MS = 1000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.imports, 'detail', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/imports/{import_id}', { signal, params: { path: { import_id: id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });

export const importsQuery = () =>
  queryOptions({
    queryKey: [...keys.imports, 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/imports', { signal, params: { query: { limit: 10 } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? POLL_MS : false),
  });

export const recordsQuery = (id: string, outcome: ImportRecord['outcome']) =>
  infiniteQueryOptions({
    queryKey: [...keys.imports, 'detail', id, 'records', outcome],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/v1/imports/{import_id}/records', {
          signal,
          params: { path: { import_id: id }, query: { outcome, limit: 20, ...pageParam } },
        }),
      ),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next_cursor ? { cursor: page.next_cursor } : undefined),
  });

/** The first rows of any table lie within it. */
const HEAD_BYTES = 2 * 1024 * 1024;

/** The contract types a file as its text; what goes out is the form with the file itself. */
const formOf = (file: Blob, name: string, more: Record<string, string> = {}) => ({
  body: { file: name },
  bodySerializer: () => {
    const form = new FormData();
    form.set('file', file, name);
    for (const [field, value] of Object.entries(more)) form.set(field, value);
    return form;
  },
});

/** Asks what the columns of a table are. Its beginning is enough, and nothing is kept. */
export function useLook() {
  return useMutation({
    mutationFn: (file: File) => unwrap(api.POST('/v1/imports/columns', formOf(file.slice(0, HEAD_BYTES), file.name))),
  });
}

interface Upload {
  file: File;
  mapping?: Record<string, ColumnField> | undefined;
  /** The event whose attendees the people of the file are. */
  eventId?: string | undefined;
}

/** Sends the file to be looked at. Nothing is written yet: that is what `apply` is for. */
export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, mapping, eventId }: Upload) =>
      unwrap(
        api.POST(
          '/v1/imports',
          formOf(file, file.name, {
            ...(mapping && { mapping: JSON.stringify(mapping) }),
            ...(eventId && { event_id: eventId }),
          }),
        ),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: importsQuery().queryKey }),
  });
}

type Verb = 'apply' | 'cancel' | 'undo';

const VERB_PATH = {
  apply: '/v1/imports/{import_id}/apply',
  cancel: '/v1/imports/{import_id}/cancel',
  undo: '/v1/imports/{import_id}/undo',
} as const;

export function useImportVerb(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: Verb) => unwrap(api.POST(VERB_PATH[verb], { params: { path: { import_id: id } } })),
    onSuccess: async (job: Import) => {
      client.setQueryData(importQuery(id).queryKey, job);
      await client.invalidateQueries({ queryKey: keys.imports });
      await refreshAdvice(client);
    },
  });
}
