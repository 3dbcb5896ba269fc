import type { AskSize, Finding, MessageCheck, Severity } from '@/api/types';
import { formatNumber, plural } from '@/lib/intl';
import { ASKS } from '@/lib/orders';
import { gravest } from '@/lib/spans';
import { ASK_LABEL } from '@/lib/words';
import { filesOf, isBlank, type Message } from './message';

/** One of the five things that are always in sight. */
export interface Row {
  name: 'Length' | 'Ask size' | 'Pitch first' | 'Attachment' | 'Subject';
  says: string;
  /** `open` while nothing is written that could be right or wrong. */
  standing: Severity | 'fine' | 'open';
}

const ASK_RULES = ['message.ask-above-trust', 'message.many-asks', 'message.unclear-ask'];
const SUBJECT_RULES = ['message.no-subject', 'message.vague-subject'];

/** Length, ask size, pitch first, attachment, subject: how each of them stands. */
export function rowsOf(check: MessageCheck, message: Message): Row[] {
  const found = (rules: string[]) =>
    isBlank(message) ? [] : check.findings.filter(({ rule }) => rules.includes(rule));
  const row = (name: Row['name'], rules: string[], says: (findings: Finding[]) => string): Row => {
    const findings = found(rules);
    const fine = isBlank(message) ? 'open' : 'fine';
    return { name, says: says(findings), standing: gravest(findings.map(({ severity }) => severity)) ?? fine };
  };
  return [
    row('Length', ['message.too-long'], () => lengthLine(check)),
    row('Ask size', ASK_RULES, () => askLine(check, message)),
    row('Pitch first', ['message.pitch-first'], ([pitch]) => pitch?.why ?? 'No pitch before a word about them'),
    row('Attachment', ['message.attachment'], ([file]) => file?.why ?? attachmentLine(message)),
    row('Subject', SUBJECT_RULES, ([subject]) => subject?.why ?? subjectLine(message)),
  ];
}

function lengthLine({ counts, limits }: MessageCheck): string {
  const part = (count: number, most: number | null, one: string) =>
    most === null ? plural(count, one) : `${formatNumber(count)} of ${plural(most, one)}`;
  const parts = [part(counts.sentences, limits.sentences, 'sentence'), part(counts.words, limits.words, 'word')];
  if (limits.characters !== null) parts.push(part(counts.characters, limits.characters, 'character'));
  return parts.join(', ');
}

/** What the message asks: what the owner says or what the text says, whichever is more. */
export function askedSize(check: Pick<MessageCheck, 'ask_size'>, message: Pick<Message, 'askSize'>): AskSize {
  return ASKS.findLast((size) => size === check.ask_size || size === message.askSize) ?? 'none';
}

const askLine = (check: MessageCheck, message: Message) =>
  `Asks for ${ASK_LABEL[askedSize(check, message)]}; trust allows ${ASK_LABEL[check.max_ask]}`;

function attachmentLine(message: Message): string {
  const files = filesOf(message);
  return files.length > 0 ? plural(files.length, 'file') : 'None';
}

function subjectLine(message: Message): string {
  if (message.channel !== 'email' && message.subject.trim() === '') return 'Not needed here';
  return message.subject.trim() === '' ? 'None yet' : 'Says what it is about';
}

/** The ask goes beyond what trust allows now: it takes one deliberate click. */
export const isBeyondTrust = (check: Pick<MessageCheck, 'findings'>) =>
  check.findings.some(({ rule }) => rule === 'message.ask-above-trust');
