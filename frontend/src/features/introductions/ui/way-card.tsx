import { Link } from '@tanstack/react-router';
import { Check, Feather } from 'lucide-react';
import type { Way } from '@/api/types';
import { clock } from '@/lib/clock';
import { cn } from '@/lib/cn';
import { formatPercent } from '@/lib/intl';
import { buttonClass } from '@/ui/button';
import { asAsked } from '../model/tracking';
import { agreementParts, balanceOf, loadWords } from '../model/way';
import { ChoiceButton } from './choice-button';
import { Path } from './path';
import { Words } from './words';

interface Props {
  way: Way;
  toId: string;
  /** What is to be done now: its words are open. */
  first: boolean;
}

/** One warm way: over whom, how likely, what it costs the connector, and how to ask. */
export function WayCard({ way, toId, first }: Props) {
  return (
    <article aria-label={`Over ${way.full_name}`} className={cn('grid gap-3', !first && 'border-line border-t pt-5')}>
      <header className="flex items-baseline justify-between gap-4">
        <h3 className="font-serif text-xl font-medium">{`Ask ${way.full_name}`}</h3>
        <p className="tabular text-ink-2 shrink-0 text-sm">{`${formatPercent(way.probability)} in all`}</p>
      </header>
      <Path way={way} />
      <p className="text-ink-2 text-sm">{`${loadWords(way.load)} ${balanceOf(way)}`}</p>
      <details>
        <summary className="text-ink-2 w-fit rounded-sm text-sm font-medium">
          {`Why ${formatPercent(way.hops[0]?.chance ?? 0)} for ${way.full_name}?`}
        </summary>
        <dl className="text-ink-2 mt-2 grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-1 text-sm">
          {agreementParts(way.agreement).map(([part, share]) => (
            <div key={part} className="contents">
              <dt>{part}</dt>
              <dd className="tabular text-right">{share}</dd>
            </div>
          ))}
        </dl>
        <p className="text-ink-3 mt-1 text-sm">Multiplied, they are the chance.</p>
      </details>
      <Words way={way} open={first} />
      <div className="flex flex-wrap gap-2">
        <Link
          to="/write"
          search={{ person: way.contact_id, about: toId, intent: 'request_introduction' }}
          className={buttonClass('secondary')}
        >
          <Feather aria-hidden="true" />
          {`Write to ${way.full_name}`}
        </Link>
        <ChoiceButton choice={asAsked(way, toId, clock.now())} icon={Check} />
      </div>
    </article>
  );
}
