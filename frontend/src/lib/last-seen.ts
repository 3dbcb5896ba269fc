/** The service worker keeps the last lists for offline reading; nobody else shall read them. */
export async function forgetLastSeen(): Promise<void> {
  if ('caches' in globalThis) await caches.delete('comity-last-seen');
}
