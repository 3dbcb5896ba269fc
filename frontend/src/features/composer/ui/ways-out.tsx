import { useQuery } from '@tanstack/react-query';
import { Mail, PenLine } from 'lucide-react';
import type { Ref } from 'react';
import { contactQuery } from '@/features/contacts';
import { Button, buttonClass } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Keys } from '@/ui/kbd';
import { mailLink } from '../model/mail';
import type { Message } from '../model/message';

interface Props {
  message: Message;
  onLog: () => void;
}

/** Comity sends nothing itself: the words go out by the owner's own mail or hand, and come back as a log entry. */
export function WaysOut({ message, onLog }: Props) {
  return (
    <div className="flex flex-wrap content-start gap-2">
      <Button variant="primary" onClick={onLog}>
        <PenLine aria-hidden="true" />
        Log it as sent
        <Keys of="app.submit" />
      </Button>
      {message.channel === 'email' && <MailLink message={message} />}
      <CopyButton text={message.body} what="The message" />
    </div>
  );
}

function MailLink({ message }: { message: Message }) {
  const { person } = message;
  const { data } = useQuery({ ...contactQuery(person?.id ?? ''), enabled: person !== null });
  const [address] = data?.emails ?? [];
  if (!person || !address) return null;
  return (
    <a href={mailLink(address, message)} className={buttonClass('secondary')}>
      <Mail aria-hidden="true" />
      Open in my mail
    </a>
  );
}

interface GateProps {
  ref: Ref<HTMLButtonElement>;
  asked: string;
  allowed: string;
  onAccept: () => void;
}

/** Nothing is forbidden. An ask that may cost the tie takes one click more, on purpose. */
export function BeyondTrust({ ref, asked, allowed, onAccept }: GateProps) {
  return (
    <div className="border-hold bg-hold-soft grid justify-items-start gap-3 self-start rounded-md border-l-4 p-4">
      <p className="text-hold">{`This asks for ${asked}. What trust allows today is ${allowed}.`}</p>
      <Button ref={ref} onClick={onAccept}>
        Ask for it all the same
      </Button>
    </div>
  );
}
