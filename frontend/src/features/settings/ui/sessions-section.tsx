import { useQuery } from '@tanstack/react-query';
import type { SignedIn } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Failure, Skeleton } from '@/ui/states';
import { sessionsQuery, useEndSession } from '../api/queries';
import { deviceName } from '../model/device';
import { SettingsSection } from './settings-section';

export function SessionsSection() {
  const sessions = useQuery(sessionsQuery());
  return (
    <SettingsSection title="Where you are signed in">
      {sessions.isPending && <Skeleton className="h-12" />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data && (
        <ul className="grid">
          {sessions.data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}

function SessionRow({ session }: { session: SignedIn }) {
  const end = useEndSession();
  const device = deviceName(session.user_agent);
  const last = session.last_used_at ?? session.created_at;
  return (
    <li className="border-line flex min-h-12 items-center justify-between gap-4 border-b py-2 last:border-0">
      <span className="min-w-0">
        <span className="block font-medium">{device}</span>
        <span className="text-ink-3 block text-sm">
          {session.current ? 'This device' : `Last seen ${relativeDay(last, clock.now())}`}
        </span>
      </span>
      {!session.current && (
        <Button size="sm" busy={end.isPending} onClick={() => end.mutate(session.id)} aria-label={`Sign out ${device}`}>
          Sign out
        </Button>
      )}
    </li>
  );
}
