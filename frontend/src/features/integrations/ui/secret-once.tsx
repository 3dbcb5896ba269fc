import type { IntegrationWithSecret } from '@/api/types';
import { CopyLine } from '@/ui/copyable';

/** Shown once: it is kept locked, and given to nobody again. */
export function SecretOnce({ made }: { made: IntegrationWithSecret }) {
  return (
    <div role="status" className="bg-ok-soft grid gap-3 rounded-md p-3">
      <p className="text-ok">
        {made.secret ? 'Copy the secret now. It is not shown again.' : 'The secret is kept. It is not shown again.'}
      </p>
      <CopyLine label="Address" text={made.hook_url} />
      {made.secret && <CopyLine label="Secret" text={made.secret} />}
    </div>
  );
}
