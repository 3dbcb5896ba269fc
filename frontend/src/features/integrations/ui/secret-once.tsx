import type { IntegrationWithSecret } from '@/api/types';
import { CopyLine } from '@/ui/copyable';
import { ShownOnce } from '@/ui/shown-once';

export function SecretOnce({ made }: { made: IntegrationWithSecret }) {
  return (
    <ShownOnce lead={made.secret ? 'Copy the secret now.' : 'The secret is kept.'}>
      <CopyLine label="Address" text={made.hook_url} />
      {made.secret && <CopyLine label="Secret" text={made.secret} />}
    </ShownOnce>
  );
}
