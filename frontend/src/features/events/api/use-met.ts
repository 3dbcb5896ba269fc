import { useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/api/problem';
import type { Gathering, Interaction } from '@/api/types';
import { type Entry, storedWaiting, talkAt, useLog } from '@/features/log';
import { clock } from '@/lib/clock';
import { useOnline } from '@/lib/online';
import { useToast } from '@/ui/toast';
import { type Met, metAt } from '../model/met';
import { talkMoment } from '../model/when';
import { talksQuery } from './queries';

interface Person {
  id: string;
  full_name: string;
}

/** Who was met there so far, and how to note somebody, with or without a network. */
export function useMet(event: Gathering) {
  const client = useQueryClient();
  const say = useToast();
  const log = useLog();
  useOnline(); // what waited is sent once there is a network again
  const { queryKey } = talksQuery(event.id);
  const { data: talks } = useQuery(talksQuery(event.id));
  const met = metAt(event.id, talks ?? [], storedWaiting());

  const keep = (entry: Entry, onKept: () => void) =>
    log.mutate(entry, {
      onSuccess: (logged) => {
        if (logged) client.setQueryData(queryKey, (before) => withTalk(before ?? [], logged));
        onKept();
      },
      onError: (error) => say({ text: messageOf(error), tone: 'failed' }),
    });

  return {
    met,
    busy: log.isPending,
    meet: (person: Person, onKept: () => void) =>
      keep(talkAt(event.id, person, talkMoment(event, clock.now())), onKept),
    /** Says more of a talk: what still waits is written anew, what was saved is amended. */
    note: (person: Person, said: Met, more: Partial<Entry['draft']>, onKept: () => void) => {
      const base = said.unsent ?? {
        ...talkAt(event.id, person, talkMoment(event, clock.now())),
        amends: said.talk?.id,
      };
      keep({ ...base, draft: { ...base.draft, ...more } }, onKept);
    },
  };
}

const withTalk = (talks: Interaction[], logged: Interaction): Interaction[] => [
  logged,
  ...talks.filter(({ id }) => id !== logged.id),
];
