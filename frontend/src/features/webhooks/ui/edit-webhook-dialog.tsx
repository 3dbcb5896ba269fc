import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Webhook } from '@/api/types';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { FormAlert } from '@/ui/field';
import { useUndo } from '@/ui/undo';
import { useChangeWebhook } from '../api/queries';
import { formOf, outward } from '../model/form';
import { nameOf } from '../model/words';
import { WebhookFields } from './webhook-fields';

/** Another address, or other things to be told; the secret stays. */
export function EditWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [value, setValue] = useState(() => formOf(webhook));
  const change = useChangeWebhook(webhook.id);
  const remember = useUndo();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(outward(value), {
      onSuccess: (changed) => {
        remember(`${nameOf(changed)} is changed.`, () => change.mutate(outward(formOf(webhook))));
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Change this webhook"
      description="What already waits goes to the new address. The secret stays."
    >
      <form onSubmit={submit} className="grid gap-4">
        <WebhookFields value={value} onChange={setValue} />
        <FormAlert>{change.isError && messageOf(change.error)}</FormAlert>
        <Button
          type="submit"
          variant="primary"
          busy={change.isPending}
          disabled={value.topics.length === 0}
          className="justify-self-start"
        >
          Save
        </Button>
      </form>
    </Dialog>
  );
}
