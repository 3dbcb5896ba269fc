import type { WebhookWithSecret } from '@/api/types';
import { CopyLine } from '@/ui/copyable';
import { ShownOnce } from '@/ui/shown-once';

export function SecretOnce({ made }: { made: WebhookWithSecret }) {
  return (
    <ShownOnce lead="Copy the secret now.">
      <CopyLine label="Secret" text={made.secret} />
      <p className="text-ink-2">
        Each call is signed by it, as Standard Webhooks say: any of its libraries tells a true call from a false one.
      </p>
    </ShownOnce>
  );
}
