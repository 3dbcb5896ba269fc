import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { IntegrationWithSecret } from '@/api/types';
import { Button, buttonClass } from '@/ui/button';
import { Field, FormAlert, Input, Select } from '@/ui/field';
import { kindsQuery, useAddIntegration } from '../api/queries';
import { HowTo } from './how-to';
import { SecretOnce } from './secret-once';

const USUAL = 'generic';

/** Chooses who may tell, and shows once by which secret. */
export function NewIntegration() {
  const [made, setMade] = useState<IntegrationWithSecret | null>(null);
  if (made) return <Made made={made} onMore={() => setMade(null)} />;
  return <Choice onMade={setMade} />;
}

function Choice({ onMade }: { onMade: (made: IntegrationWithSecret) => void }) {
  const { data: kinds } = useSuspenseQuery(kindsQuery());
  const [kind, setKind] = useState(USUAL);
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const add = useAddIntegration();
  const chosen = kinds.find((one) => one.kind === kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      {
        kind,
        name: name.trim() || chosen?.label || kind,
        enabled: true,
        own_addresses: [],
        secret: chosen?.gives_secret ? secret.trim() : null,
      },
      { onSuccess: onMade },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Who tells" hint={chosen?.what}>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value)}>
              {kinds.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {one.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              value={name}
              placeholder={chosen?.label}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      {chosen?.gives_secret && (
        <Field label="Secret" hint={chosen.steps[0]}>
          {(control) => (
            <Input {...control} value={secret} autoComplete="off" onChange={(event) => setSecret(event.target.value)} />
          )}
        </Field>
      )}
      <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
      <Button type="submit" variant="primary" busy={add.isPending} className="justify-self-start">
        Create integration
      </Button>
    </form>
  );
}

function Made({ made, onMore }: { made: IntegrationWithSecret; onMore: () => void }) {
  return (
    <div className="grid gap-5">
      <SecretOnce made={made} />
      <HowTo kind={made.kind} url={made.hook_url} secret={made.secret} />
      <div className="flex flex-wrap gap-2">
        <Link to="/integrations/$integrationId" params={{ integrationId: made.id }} className={buttonClass('primary')}>
          Open its inbox
        </Link>
        <Button onClick={onMore}>Another one</Button>
      </div>
    </div>
  );
}
