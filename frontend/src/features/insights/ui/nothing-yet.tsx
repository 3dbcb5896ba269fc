import { Link } from '@tanstack/react-router';
import { PenLine, Users } from 'lucide-react';
import { clock } from '@/lib/clock';
import { shortDate } from '@/lib/dates';
import { buttonClass } from '@/ui/button';
import { Empty } from '@/ui/states';

/** An account without people: what to do first. */
export function NobodyYet() {
  return (
    <Empty
      icon={Users}
      title="Insights begin with people"
      action={
        <>
          <Link to="/people/new" className={buttonClass('primary')}>
            Add a person
          </Link>
          <Link to="/import" className={buttonClass('secondary')}>
            Import people
          </Link>
        </>
      }
    >
      Add a few people, log what happens with them, and this page shows what works for you and what to try next.
    </Empty>
  );
}

/** People, and no word with them in this time. */
export function SilentSoFar({ since }: { since: string }) {
  return (
    <Empty
      icon={PenLine}
      title={`Nothing is noted since ${shortDate(since, clock.now())}`}
      action={
        <Link to="/log" className={buttonClass('primary')}>
          Log an interaction
        </Link>
      }
    >
      Begin with the last message you wrote or the last talk you had. After about eight of a kind, a habit shows.
    </Empty>
  );
}
