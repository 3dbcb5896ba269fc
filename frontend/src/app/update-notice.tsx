import { useEffect } from 'react';
import { useToast } from '@/ui/toast';
import { registerOfflineShell } from './pwa';

/** Says when a newer version waits. Renders nothing itself. */
export function UpdateNotice() {
  const say = useToast();
  useEffect(() => {
    if (import.meta.env.PROD) {
      void registerOfflineShell((reload) => {
        say({ text: 'A new version of Comity is ready.', action: { label: 'Reload', run: reload } });
      });
    }
  }, [say]);
  return null;
}
