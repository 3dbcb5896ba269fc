import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { Way } from '@/api/types';
import { formatPercent } from '@/lib/intl';

/** Who leads to whom, and how likely each step is taken. */
export function Path({ way }: { way: Way }) {
  return (
    <ol aria-label="The way" className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <li className="bg-sunken rounded-full px-3 py-1 text-sm">You</li>
      {way.hops.map((hop) => (
        <li key={hop.to_contact_id} className="flex min-w-0 items-center gap-2">
          <span className="tabular text-ink-2 inline-flex items-center gap-1 text-sm">
            {formatPercent(hop.chance)}
            <span className="sr-only"> likely that it goes on to</span>
            <ArrowRight aria-hidden="true" className="text-ink-3 size-4" />
          </span>
          <Link
            to="/people/$contactId"
            params={{ contactId: hop.to_contact_id }}
            className="bg-accent-soft text-accent inline-flex min-h-8 min-w-0 items-center rounded-full px-3 text-sm font-medium"
          >
            {hop.full_name}
          </Link>
        </li>
      ))}
    </ol>
  );
}
