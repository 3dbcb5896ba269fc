import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AskSize, MessageCheck } from '@/api/types';
import { logAsSent } from '@/features/log';
import { useCommand } from '@/lib/commands/provider';
import { ASK_LABEL } from '@/lib/words';
import { PURPOSE_OF } from '../model/intents';
import { hasSubject, isBlank, type Message } from '../model/message';
import { askedSize, isBeyondTrust } from '../model/rows';
import { storeMessage } from '../model/storage';
import { BeyondTrust, WaysOut } from './ways-out';

interface Props {
  message: Message;
  check: MessageCheck | undefined;
  onMissing: (missing: 'person') => void;
}

/** How the message leaves. An ask beyond trust opens the way by one deliberate click, which holds for that ask. */
export function Exit({ message, check, onMissing }: Props) {
  const navigate = useNavigate();
  const gate = useRef<HTMLButtonElement>(null);
  const [accepted, setAccepted] = useState<string | null>(null);
  const asked = check ? askedSize(check, message) : 'none';
  const ask = `${message.person?.id} ${asked}`;
  const isHeld = check !== undefined && !isBlank(message) && isBeyondTrust(check) && accepted !== ask;

  const log = () => {
    if (isBlank(message)) return;
    if (isHeld) return gate.current?.focus();
    if (!message.person) return onMissing('person');
    handOver(message, message.person, asked);
    void navigate({ to: '/log', search: { person: message.person.id } });
  };
  useCommand('app.submit', log);

  if (isBlank(message)) return null;
  if (!isHeld) return <WaysOut message={message} onLog={log} />;
  return (
    <BeyondTrust
      ref={gate}
      asked={ASK_LABEL[asked]}
      allowed={check ? ASK_LABEL[check.max_ask] : ''}
      onAccept={() => setAccepted(ask)}
    />
  );
}

function handOver(message: Message, person: NonNullable<Message['person']>, asked: AskSize): void {
  const { channel, body, intent, about } = message;
  const sent = {
    channel,
    body,
    subject: hasSubject(message) ? message.subject : '',
    purpose: intent && PURPOSE_OF[intent],
    aboutId: intent === 'request_introduction' && about ? about.id : null,
  };
  logAsSent(person, sent, asked);
  storeMessage(message, true);
}
