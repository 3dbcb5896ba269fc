import type { WebhookWithSecret } from '@/api/types';
import { CopyLine } from '@/ui/copyable';

/** Shown once: it is kept locked, and given to nobody again. */
export function SecretOnce({ made }: { made: WebhookWithSecret }) {
  return (
    <div role="status" className="bg-ok-soft grid gap-3 rounded-md p-3">
      <p className="text-ok">Copy the secret now. It is not shown again.</p>
      <CopyLine label="Secret" text={made.secret} />
      <p className="text-ink-2">
        Each call is signed by it, as Standard Webhooks say: any of its libraries tells a true call from a false one.
      </p>
    </div>
  );
}
