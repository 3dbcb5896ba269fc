import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from '@/api/client';
import { keys } from '@/api/keys';
import { useDebounced } from '@/lib/use-debounced';
import { type ReadNote, readHere } from '../model/suggestions';

/** How long the keys rest before the note is read. */
const REST_MS = 600;
/** Less than this tells nothing. */
const LEAST_LETTERS = 12;

/** What the note shows, where it stands in the note as it is this moment. Nothing of it is saved anywhere. */
export function useReading(text: string, contactId: string | undefined) {
  const rested = useDebounced(text, REST_MS);
  const note = { text: rested, contact_id: contactId ?? null };
  const { data, error } = useQuery({
    queryKey: keys.reading(note),
    queryFn: async ({ signal }): Promise<ReadNote> => ({
      text: rested,
      reading: await unwrap(api.POST('/v1/interactions/read-signals', { body: note, signal })),
    }),
    enabled: rested.trim().length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
    // The note can be saved without; the next key asks again anyway.
    retry: false,
  });
  const suggestions = useMemo(() => (data ? readHere(data, text) : []), [data, text]);
  return { suggestions, error };
}
