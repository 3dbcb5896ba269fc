import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { AccessToken } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { CopyLine } from '@/ui/copyable';
import { Field, FormAlert, Input } from '@/ui/field';
import { ShownOnce } from '@/ui/shown-once';
import { Failure, Skeleton } from '@/ui/states';
import { tokensQuery, useAddToken, useRevokeToken } from '../api/queries';
import { SettingsSection } from './settings-section';

export function TokensSection() {
  const tokens = useQuery(tokensQuery());
  return (
    <SettingsSection title="Access tokens" lead="For a script or an app that speaks to Comity for you.">
      {tokens.isPending && <Skeleton className="h-12" />}
      {tokens.isError && <Failure error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data && tokens.data.items.length > 0 && (
        <ul className="grid">
          {tokens.data.items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewToken />
    </SettingsSection>
  );
}

function TokenRow({ token }: { token: AccessToken }) {
  const revoke = useRevokeToken();
  const [asking, setAsking] = useState(false);
  const used = token.last_used_at ? `used ${relativeDay(token.last_used_at, clock.now())}` : 'never used';
  return (
    <li className="border-line flex min-h-12 items-center justify-between gap-4 border-b py-2 last:border-0">
      <span className="min-w-0">
        <span className="block truncate font-medium">{token.name}</span>
        <span className="text-ink-3 block text-sm">{`…${token.last_four}, ${token.scopes.join(' and ')}, ${used}`}</span>
      </span>
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
      <Confirm
        open={asking}
        title={`Revoke ${token.name}?`}
        action="Revoke"
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate(token.id)}
        onClose={() => setAsking(false)}
      >
        Whatever uses it is locked out at once. This cannot be undone.
      </Confirm>
    </li>
  );
}

function NewToken() {
  const add = useAddToken();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) add.mutate(name.trim(), { onSuccess: () => setName('') });
  };
  return (
    <>
      {add.data && (
        <ShownOnce lead="Copy it now.">
          <CopyLine label="Token" text={add.data.token} />
        </ShownOnce>
      )}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field label="Name of a new token" className="min-w-0 flex-1 basis-48">
          {(control) => (
            <Input {...control} value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Button type="submit" size="field" busy={add.isPending}>
          Create token
        </Button>
      </form>
      <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
    </>
  );
}
