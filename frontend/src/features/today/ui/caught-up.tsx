import { Link } from '@tanstack/react-router';
import { Leaf } from 'lucide-react';
import { buttonClass } from '@/ui/button';
import { Empty } from '@/ui/states';

export function CaughtUp() {
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
      Nobody is waiting for you today. Talked to someone lately? Noting it keeps the advice true.
    </Empty>
  );
}
