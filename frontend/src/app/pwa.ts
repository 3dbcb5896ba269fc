/** The server allows one policy by this name, and only for this one address. */
const POLICY = 'comity-sw';
const WORKER = '/sw.js';

function workerAddress(): string | TrustedScriptURL {
  const policy = window.trustedTypes?.createPolicy(POLICY, {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError(`not a service worker of Comity: ${url}`);
      return url;
    },
  });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}

/**
 * Installs the offline shell. `onUpdate` is told when a newer version waits and how to take it:
 * never by itself, since a reload could come under a draft.
 */
export async function registerOfflineShell(onUpdate: (reload: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox(workerAddress());
  worker.addEventListener('waiting', () => {
    onUpdate(() => {
      worker.addEventListener('controlling', () => location.reload());
      worker.messageSkipWaiting();
    });
  });
  // A browser may refuse it (a private window, a setting): the app works without.
  await worker.register().catch(() => undefined);
}
