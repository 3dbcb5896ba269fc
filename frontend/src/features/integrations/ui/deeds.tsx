import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Integration, IntegrationWithSecret } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { kindsQuery, useChangeIntegration, useDeleteIntegration, useRotateSecret } from '../api/queries';

interface Props {
  integration: Integration;
  onRotated: (made: IntegrationWithSecret) => void;
}

/** A new secret, a pause, the end. */
export function Deeds({ integration, onRotated }: Props) {
  const { id, enabled, name } = integration;
  const navigate = useNavigate();
  const change = useChangeIntegration(id);
  const remove = useDeleteIntegration(id);
  const [asking, setAsking] = useState<'rotate' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const fault = change.error ?? remove.error;
  return (
    <div className="grid gap-3">
      {integration.old_secret_until && (
        <p className="text-ink-2">{`The old secret counts until ${dayAndTime(integration.old_secret_until, clock.now())}.`}</p>
      )}
      <FormAlert>{fault && messageOf(fault)}</FormAlert>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking('rotate')}>New secret</Button>
        <Button busy={change.isPending} onClick={() => change.mutate({ enabled: !enabled })}>
          {enabled ? 'Disable' : 'Enable'}
        </Button>
        <Button variant="danger" onClick={() => setAsking('delete')}>
          Delete
        </Button>
      </div>
      {asking === 'rotate' && <Rotate integration={integration} onRotated={onRotated} onClose={close} />}
      <Confirm
        open={asking === 'delete'}
        title={`Delete ${name}?`}
        action="Delete integration"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/integrations' }), onError: close })
        }
        onClose={close}
      >
        Its inbox goes too. What it logged stays in the log.
      </Confirm>
    </div>
  );
}

function Rotate({ integration, onRotated, onClose }: Props & { onClose: () => void }) {
  const { data: kinds } = useSuspenseQuery(kindsQuery());
  const given = kinds.find(({ kind }) => kind === integration.kind)?.gives_secret;
  const rotate = useRotateSecret(integration.id);
  const [secret, setSecret] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = (made: IntegrationWithSecret) => {
      onRotated(made);
      onClose();
    };
    rotate.mutate(given ? secret.trim() : null, { onSuccess });
  };
  return (
    <Dialog open onClose={onClose} title="Give it a new secret?">
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-ink-2">The old one counts for 24 hours more, so that nothing is lost while you change it.</p>
        {given && (
          <Field label="The new secret">
            {(control) => (
              <Input
                {...control}
                value={secret}
                autoComplete="off"
                onChange={(event) => setSecret(event.target.value)}
              />
            )}
          </Field>
        )}
        <FormAlert>{rotate.isError && messageOf(rotate.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={rotate.isPending} className="justify-self-start">
          Make a new secret
        </Button>
      </form>
    </Dialog>
  );
}
