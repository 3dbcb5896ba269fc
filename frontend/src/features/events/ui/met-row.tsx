import { Check, Clock } from 'lucide-react';
import { messageOf } from '@/api/problem';
import type { LogDraft } from '@/features/log';
import { SIGNAL_LABEL } from '@/lib/words';
import { Avatar } from '@/ui/avatar';
import { buttonClass } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useForgetTalk } from '../api/mutations';
import { isBare, type Met } from '../model/met';
import type { Expected } from '../model/roster';
import { TalkNote } from './talk-note';

interface Props {
  person: Expected;
  met: Met | undefined;
  busy: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onMeet: () => void;
  onNote: (met: Met, more: Partial<LogDraft>) => void;
}

/** One person, as high as a thumb: "Met" logs it, and then asks how it was. */
export function MetRow({ person, met, busy, open, onOpen, onMeet, onNote }: Props) {
  const name = person.full_name;
  return (
    <li className="border-line bg-surface rounded-lg border">
      <div className="flex min-h-16 items-center gap-3 p-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{name}</p>
          <p className="text-ink-2 text-sm">{met ? <MetWords met={met} /> : (person.plan ?? person.role)}</p>
        </div>
        {met ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={`How was it with ${name}?`}
            onClick={() => onOpen(!open)}
            className={buttonClass('ghost', 'pill', 'h-12')}
          >
            How was it?
          </button>
        ) : (
          <button
            type="button"
            disabled={busy}
            aria-label={`Met ${name}`}
            onClick={onMeet}
            className={buttonClass('secondary', 'pill', 'h-12 min-w-20 md:h-12')}
          >
            <Check aria-hidden="true" />
            Met
          </button>
        )}
      </div>
      {met && open && (
        <div className="border-line grid gap-4 border-t p-3">
          <TalkNote met={met} busy={busy} onSave={(more) => onNote(met, more)} />
          <TakeBack met={met} name={name} onDone={() => onOpen(false)} />
        </div>
      )}
    </li>
  );
}

function MetWords({ met }: { met: Met }) {
  const Icon = met.unsent ? Clock : Check;
  const said = met.signals.map((signal) => SIGNAL_LABEL[signal]).join(', ') || met.summary;
  return (
    <span className="flex items-center gap-1.5">
      <Icon aria-hidden="true" className="text-ok size-4 shrink-0" />
      {[met.unsent ? 'Will send' : 'Met', said].filter(Boolean).join(' · ')}
    </span>
  );
}

function TakeBack({ met, name, onDone }: { met: Met; name: string; onDone: () => void }) {
  const say = useToast();
  const forget = useForgetTalk();
  const { talk } = met;
  if (!talk || !isBare(met)) return null;
  return (
    <button
      type="button"
      disabled={forget.isPending}
      className={buttonClass('ghost', 'sm', 'justify-self-start')}
      onClick={() =>
        forget.mutateAsync(talk.id).then(
          () => {
            say({ text: `${name} is not met.` });
            onDone();
          },
          (error) => say({ text: messageOf(error), tone: 'failed' }),
        )
      }
    >
      We did not meet
    </button>
  );
}
