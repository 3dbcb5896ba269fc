import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { WebhookTopic, WebhookWithSecret } from '@/api/types';
import { Button, buttonClass } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { useAddWebhook } from '../api/queries';
import { outward, type WebhookForm } from '../model/form';
import { SecretOnce } from './secret-once';
import { WebhookFields } from './webhook-fields';

/** What most want to be told. */
const USUAL: readonly WebhookTopic[] = ['next_step.due', 'follow_up.due'];

/** Chooses who is told and of what, and shows once by which secret it is signed. */
export function NewWebhook() {
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  if (made) return <Made made={made} onMore={() => setMade(null)} />;
  return <Choice onMade={setMade} />;
}

function Choice({ onMade }: { onMade: (made: WebhookWithSecret) => void }) {
  const [value, setValue] = useState<WebhookForm>({ url: '', description: '', topics: USUAL });
  const add = useAddWebhook();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ ...outward(value), active: true }, { onSuccess: onMade });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <WebhookFields value={value} onChange={setValue} />
      <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
      <Button
        type="submit"
        variant="primary"
        busy={add.isPending}
        disabled={value.topics.length === 0}
        className="justify-self-start"
      >
        Create webhook
      </Button>
    </form>
  );
}

function Made({ made, onMore }: { made: WebhookWithSecret; onMore: () => void }) {
  return (
    <div className="grid gap-5">
      <SecretOnce made={made} />
      <div className="flex flex-wrap gap-2">
        <Link to="/webhooks/$webhookId" params={{ webhookId: made.id }} className={buttonClass('primary')}>
          Open its deliveries
        </Link>
        <Button onClick={onMore}>Another one</Button>
      </div>
    </div>
  );
}
