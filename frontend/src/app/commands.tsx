import { useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useCommand } from '@/lib/commands/provider';
import { Shell } from './shell';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet')).ShortcutsSheet }));

type Overlay = 'palette' | 'shortcuts' | null;

/** The signed-in app: its frame, the commands that work on every screen, and what they open. */
export function CommandedShell() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = () => setOverlay(null);
  usePlaces();
  useCommand('app.palette', () => setOverlay((now) => (now === 'palette' ? null : 'palette')));
  useCommand('app.shortcuts', () => setOverlay('shortcuts'));
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
  useCommand('go.today', () => void navigate({ to: '/' }));
  useCommand('go.people', () => void navigate({ to: '/people' }));
  useCommand('go.follow-ups', () => void navigate({ to: '/follow-ups' }));
  useCommand('go.goals', () => void navigate({ to: '/goals' }));
  useCommand('go.import', () => void navigate({ to: '/import' }));
  useCommand('go.settings', () => void navigate({ to: '/settings' }));
  useCommand('app.log', () => void navigate({ to: '/log' }));
  useCommand('app.add-person', () => void navigate({ to: '/people/new' }));
  useCommand('app.search', () => void navigate({ to: '/people', hash: 'search' }));
  useCommand('app.back', () => router.history.canGoBack() && router.history.back());
}
