import type { Message } from './message';

/** Half an emoji cannot stand in an address. */
const part = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** Opens the owner's own mail program with the message in it. Mail ends its lines with CR LF. */
export function mailLink(address: string, { subject, body }: Pick<Message, 'subject' | 'body'>): string {
  return `mailto:${part(address)}?subject=${part(subject)}&body=${part(body.replaceAll('\n', '\r\n'))}`;
}
