import type { Finding } from '@/api/types';
import { type Stretch, unitsOf } from '@/lib/spans';
import type { Message } from './message';

/** What mends a finding at a tap: `text` in place of a stretch of a field. */
export interface Edit extends Stretch {
  finding: Finding;
  field: 'subject' | 'body';
  text: string;
}

/** The edits of a field, in the text that was checked. */
export function editsOf(findings: readonly Finding[], field: Edit['field'], text: string): Edit[] {
  const unit = unitsOf(text);
  return findings.flatMap((finding) => {
    const { replacement } = finding;
    if (finding.field !== field || !replacement) return [];
    return [{ finding, field, start: unit(replacement.start), end: unit(replacement.end), text: replacement.text }];
  });
}

/** The message with an edit made in it. */
export function mended(message: Message, { field, start, end, text }: Edit): Message {
  const before = message[field];
  return { ...message, [field]: before.slice(0, start) + text + before.slice(end) };
}

/** What the button says: the edit, word for word where that is short. */
export function mendWords({ start, end, text }: Pick<Edit, 'start' | 'end' | 'text'>): string {
  if (text === '') return 'Leave it out';
  return start === end ? 'Put it in' : `Write “${text.trim()}”`;
}

/** Files that go with a first message are left out by name: they have no place in the text. */
export const isOfFiles = ({ field }: Finding) => field === 'attachments';
