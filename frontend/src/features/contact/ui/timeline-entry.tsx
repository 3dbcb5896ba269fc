import { Link } from '@tanstack/react-router';
import {
  CalendarDays,
  Gift,
  Handshake,
  type LucideIcon,
  Mail,
  MessageCircle,
  Phone,
  StickyNote,
  UserPlus,
  Users,
  Video,
} from 'lucide-react';
import type { InteractionKind, Moment } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { SIGNAL_LABEL } from '@/lib/words';
import { entryTitle, isPlannedTalk } from '../model/entry';
import { CorrectEntry } from './correct-entry';

const KIND_ICON: Record<InteractionKind, LucideIcon> = {
  email: Mail,
  message: MessageCircle,
  call: Phone,
  video_call: Video,
  meeting: Users,
  event: CalendarDays,
  introduction: UserPlus,
  gift: Gift,
  note: StickyNote,
};

function iconOf(moment: Moment): LucideIcon {
  if (moment.kind) return KIND_ICON[moment.kind];
  return moment.promise ? Handshake : CalendarDays;
}

export function TimelineEntry({ moment, contactId }: { moment: Moment; contactId: string }) {
  const { interaction } = moment;
  const Icon = iconOf(moment);
  return (
    <li className="border-line flex gap-3 border-b py-3 last:border-0">
      <Icon aria-hidden="true" className="text-ink-3 mt-1 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1">
        <div className="flex justify-between gap-x-4">
          <p className="min-w-0 font-medium">{entryTitle(moment)}</p>
          <div className="flex shrink-0 items-start gap-1">
            <time dateTime={moment.at} className="text-ink-3 text-sm">
              {relativeDay(moment.at, clock.now())}
            </time>
            {interaction && <CorrectEntry interaction={interaction} contactId={contactId} title={entryTitle(moment)} />}
          </div>
        </div>
        {isPlannedTalk(moment, clock.now()) && (
          <Link
            to="/people/$contactId/brief"
            params={{ contactId }}
            className="text-accent w-fit font-medium underline underline-offset-4"
          >
            Open the brief
          </Link>
        )}
        {interaction?.summary && <p className="text-ink-2 whitespace-pre-wrap">{interaction.summary}</p>}
        {interaction && interaction.signals.length > 0 && (
          <ul className="flex flex-wrap gap-1.5">
            {interaction.signals.map((signal) => (
              <li key={signal} className="bg-sunken text-ink-2 rounded-full px-2 text-xs leading-5">
                {SIGNAL_LABEL[signal]}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
