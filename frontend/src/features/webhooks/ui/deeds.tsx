import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Webhook, WebhookWithSecret } from '@/api/types';
import { clock } from '@/lib/clock';
import { dayAndTime } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Dialog } from '@/ui/dialog';
import { FormAlert } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useChangeWebhook, useDeleteWebhook, useRotateSecret, useSendTest } from '../api/queries';
import { nameOf } from '../model/words';
import { EditWebhookDialog } from './edit-webhook-dialog';

interface Props {
  webhook: Webhook;
  onRotated: (made: WebhookWithSecret) => void;
}

/** A test, a change, a new secret, a pause, the end. */
export function Deeds({ webhook, onRotated }: Props) {
  const { id, status, old_secret_until } = webhook;
  const active = status === 'active';
  const navigate = useNavigate();
  const say = useToast();
  const test = useSendTest(id);
  const change = useChangeWebhook(id);
  const remove = useDeleteWebhook(id);
  const [asking, setAsking] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const fault = test.error ?? change.error ?? remove.error;
  return (
    <div className="grid gap-3">
      {old_secret_until && (
        <p className="text-ink-2">{`The old secret signs too until ${dayAndTime(old_secret_until, clock.now())}.`}</p>
      )}
      <FormAlert>{fault && messageOf(fault)}</FormAlert>
      <div className="flex flex-wrap gap-2">
        {active && (
          <Button
            busy={test.isPending}
            onClick={() => test.mutate(undefined, { onSuccess: () => say({ text: 'A test is on its way.' }) })}
          >
            Send a test
          </Button>
        )}
        <Button onClick={() => setAsking('edit')}>Change</Button>
        <Button onClick={() => setAsking('rotate')}>New secret</Button>
        <Button busy={change.isPending} onClick={() => change.mutate({ active: !active })}>
          {active ? 'Pause' : 'Resume'}
        </Button>
        <Button variant="danger" onClick={() => setAsking('delete')}>
          Delete
        </Button>
      </div>
      {asking === 'edit' && <EditWebhookDialog webhook={webhook} onClose={close} />}
      {asking === 'rotate' && <Rotate webhook={webhook} onRotated={onRotated} onClose={close} />}
      <Confirm
        open={asking === 'delete'}
        title={`Delete ${nameOf(webhook)}?`}
        action="Delete webhook"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/webhooks' }), onError: close })
        }
        onClose={close}
      >
        It is told nothing more. What waits for it, and the list of what it was told, go too.
      </Confirm>
    </div>
  );
}

function Rotate({ webhook, onRotated, onClose }: Props & { onClose: () => void }) {
  const rotate = useRotateSecret(webhook.id);
  const onSuccess = (made: WebhookWithSecret) => {
    onRotated(made);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Give it a new secret?">
      <p className="text-ink-2">
        For 24 hours each call is signed by the old one too, so that nothing is lost while you change it.
      </p>
      <FormAlert>{rotate.isError && messageOf(rotate.error)}</FormAlert>
      <Button
        variant="primary"
        busy={rotate.isPending}
        className="justify-self-start"
        onClick={() => rotate.mutate(undefined, { onSuccess })}
      >
        Make a new secret
      </Button>
    </Dialog>
  );
}
