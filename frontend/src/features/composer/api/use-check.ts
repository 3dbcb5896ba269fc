import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { carried } from '@/lib/spans';
import { useDebounced } from '@/lib/use-debounced';
import { type Message, toCheck } from '../model/message';
import { marksOf } from '../model/spans';
import { checkQuery } from './queries';

/** How long the keys rest before the coach is asked. */
const REST_MS = 250;

/** What the coach says of the message, and where its findings stand in the text as it is this moment. */
export function useCheck(message: Message) {
  const rested = useDebounced(message, REST_MS);
  const { data, error } = useQuery(checkQuery(toCheck(rested)));
  const { subject, body } = message;
  const marks = useMemo(() => {
    const marksIn = (field: 'subject' | 'body', text: string) => {
      const checked = data?.message[field] ?? '';
      return carried(marksOf(data?.said.findings ?? [], field, checked), checked, text);
    };
    return { subject: marksIn('subject', subject), body: marksIn('body', body) };
  }, [data, subject, body]);
  return { check: data?.said, error, marks };
}
