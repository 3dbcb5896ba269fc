import { Link, Outlet } from '@tanstack/react-router';
import { CloudOff, Search } from 'lucide-react';
import { Suspense } from 'react';
import { ImportUnderWay } from '@/features/imports';
import { WaitingNotice } from '@/features/log';
import { cn } from '@/lib/cn';
import { useOnline } from '@/lib/online';
import { buttonClass } from '@/ui/button';
import { Keys } from '@/ui/kbd';
import { Wordmark } from '@/ui/wordmark';
import { PLACES, SIDEBAR } from './navigation';
import { PhoneBar } from './phone-bar';

const ITEM = cn(
  'text-ink-2 hover:bg-sunken hover:text-ink flex h-9 items-center gap-3 rounded-sm px-2 font-medium transition-colors',
  'data-[status=active]:bg-accent-soft data-[status=active]:text-accent [&_svg]:size-[18px]',
);

export function Shell({ onSearch }: { onSearch: () => void }) {
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="focus:bg-accent focus:text-on-accent sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-sm focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <Sidebar onSearch={onSearch} />
      <main id="main" className="pb-bar min-w-0 md:pb-0">
        <OfflineBanner />
        <Suspense>
          <WaitingNotice />
        </Suspense>
        <Outlet />
      </main>
      <PhoneBar />
    </div>
  );
}

function Sidebar({ onSearch }: { onSearch: () => void }) {
  return (
    <aside className="border-line sticky top-0 hidden h-dvh flex-col gap-6 border-r p-3 pt-6 md:flex">
      <Link to="/" aria-label="Comity, go to Today" className="rounded-sm px-2">
        <Wordmark />
      </Link>
      <button
        type="button"
        onClick={onSearch}
        className="border-line bg-surface text-ink-3 hover:border-edge flex h-9 items-center gap-2.5 rounded-sm border px-2"
      >
        <Search aria-hidden="true" className="size-4" />
        Find
        <Keys of="app.palette" className="ml-auto" />
      </button>
      <nav aria-label="Main">
        <ul className="grid gap-0.5">
          {SIDEBAR.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} className={ITEM}>
                <Icon aria-hidden="true" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Link to="/log" className={buttonClass('secondary', 'md')}>
        <PLACES.log.icon aria-hidden="true" />
        Log an interaction
      </Link>
      <div className="mt-auto grid gap-2">
        <ImportUnderWay />
        <Link to="/settings" className={ITEM}>
          <PLACES.settings.icon aria-hidden="true" />
          Settings
        </Link>
      </div>
    </aside>
  );
}

function OfflineBanner() {
  if (useOnline()) return null;
  return (
    <p role="status" className="bg-hold-soft text-hold flex items-center justify-center gap-2 px-4 py-2 text-sm">
      <CloudOff aria-hidden="true" className="size-4" />
      You are offline. What you see may be from earlier.
    </p>
  );
}
