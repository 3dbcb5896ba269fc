import { Link } from '@tanstack/react-router';
import { MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ImportUnderWay } from '@/features/imports';
import { cn } from '@/lib/cn';
import { PHONE_BAR } from './navigation';

const PhoneMore = lazy(async () => ({ default: (await import('./phone-more')).PhoneMore }));

const ITEM = cn(
  'text-ink-2 flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs font-medium',
  'data-[status=active]:text-accent [&_svg]:size-5',
);

/** Five places under the thumb; what is needed less often opens from the last one. */
export function PhoneBar() {
  const [more, setMore] = useState(false);
  return (
    <nav
      aria-label="Main"
      className="border-line bg-surface fixed inset-x-0 bottom-0 z-30 border-t pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <div className="px-4 pt-2 empty:hidden">
        <ImportUnderWay />
      </div>
      <ul className="grid grid-cols-5">
        {PHONE_BAR.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/' }} className={ITEM}>
              <Icon aria-hidden="true" />
              {label}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" aria-haspopup="dialog" onClick={() => setMore(true)} className={ITEM}>
            <MoreHorizontal aria-hidden="true" />
            More
          </button>
        </li>
      </ul>
      <Suspense>{more && <PhoneMore onClose={() => setMore(false)} />}</Suspense>
    </nav>
  );
}
