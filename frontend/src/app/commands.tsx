import { useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAppCommand } from '@/lib/commands/provider';
import { whenIdle } from '@/lib/idle';
import { levelAbove } from './levels';
import { Shell } from './shell';

const loadPalette = async () => ({ default: (await import('./palette')).Palette });

const Palette = lazy(loadPalette);
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet')).ShortcutsSheet }));

type Overlay = 'palette' | 'shortcuts' | null;

/** The signed-in app: its frame, the commands that work on every screen, and what they open. */
export function CommandedShell() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = () => setOverlay(null);
  usePlaces();
  // Fetched ahead: who presses Ctrl K goes on typing at once.
  useEffect(() => whenIdle(() => void loadPalette()), []);
  useAppCommand('app.palette', () => setOverlay((now) => (now === 'palette' ? null : 'palette')));
  useAppCommand('app.shortcuts', () => setOverlay('shortcuts'));
  return (
    <>
      <Shell onSearch={() => setOverlay('palette')} />
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'shortcuts' && <ShortcutsSheet onClose={close} />}
      </Suspense>
    </>
  );
}

function usePlaces() {
  const navigate = useNavigate();
  const router = useRouter();
  useAppCommand('go.today', () => void navigate({ to: '/' }));
  useAppCommand('go.people', () => void navigate({ to: '/people' }));
  useAppCommand('go.follow-ups', () => void navigate({ to: '/follow-ups' }));
  useAppCommand('go.events', () => void navigate({ to: '/events' }));
  useAppCommand('go.goals', () => void navigate({ to: '/goals' }));
  useAppCommand('go.insights', () => void navigate({ to: '/insights' }));
  useAppCommand('go.import', () => void navigate({ to: '/import' }));
  useAppCommand('go.settings', () => void navigate({ to: '/settings' }));
  useAppCommand('app.log', () => void navigate({ to: '/log' }));
  useAppCommand('app.write', () => void navigate({ to: '/write' }));
  useAppCommand('app.add-person', () => void navigate({ to: '/people/new' }));
  useAppCommand('app.search', () => void navigate({ to: '/people', hash: 'search' }));
  useAppCommand('app.back', () => {
    const href = levelAbove(router.state.location.pathname);
    if (href) void navigate({ href });
  });
}
