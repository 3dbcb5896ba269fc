import { Link } from '@tanstack/react-router';
import { Leaf } from 'lucide-react';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { buttonClass } from '@/ui/button';
import { Empty } from '@/ui/states';

export function CaughtUp({ nextOpensAt }: { nextOpensAt: string | null }) {
  return (
    <Empty
      icon={Leaf}
      title="You are caught up"
      action={
        <Link to="/log" className={buttonClass('primary')}>
          Log something fresh
        </Link>
      }
    >
      {nextOpensAt
        ? `Nobody is waiting for you. The next step opens ${relativeDay(nextOpensAt, clock.now())}.`
        : 'Nobody is waiting for you.'}{' '}
      Talked to someone lately? Noting it keeps the advice true.
    </Empty>
  );
}
