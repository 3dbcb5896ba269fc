import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { carried } from '@/lib/spans';
import { useDebounced } from '@/lib/use-debounced';
import { editsOf } from '../model/mending';
import { type Message, toCheck } from '../model/message';
import { marksOf } from '../model/spans';
import { checkQuery } from './queries';

/** How long the keys rest before the coach is asked. */
const REST_MS = 250;

/** What the coach says of the message, where that stands in the text as it is this moment, and what would mend it. */
export function useCheck(message: Message) {
  const rested = useDebounced(message, REST_MS);
  const { data, error } = useQuery(checkQuery(toCheck(rested)));
  const { subject, body } = message;
  const found = useMemo(() => {
    const findings = data?.said.findings ?? [];
    const inField = (field: 'subject' | 'body', text: string) => {
      const checked = data?.message[field] ?? '';
      return {
        marks: carried(marksOf(findings, field, checked), checked, text),
        edits: carried(editsOf(findings, field, checked), checked, text),
      };
    };
    return { subject: inField('subject', subject), body: inField('body', body) };
  }, [data, subject, body]);
  return {
    check: data?.said,
    error,
    marks: { subject: found.subject.marks, body: found.body.marks },
    edits: [...found.subject.edits, ...found.body.edits],
  };
}
