import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { WebhookTopic, WebhookWithSecret } from '@/api/types';
import { Button, buttonClass } from '@/ui/button';
import { Checkbox, Field, FormAlert, Input } from '@/ui/field';
import { useAddWebhook } from '../api/queries';
import { TOPIC, TOPICS } from '../model/words';
import { SecretOnce } from './secret-once';

/** What most want to be told. */
const USUAL: readonly WebhookTopic[] = ['next_step.due', 'follow_up.due'];

/** Chooses who is told and of what, and shows once by which secret it is signed. */
export function NewWebhook() {
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  if (made) return <Made made={made} onMore={() => setMade(null)} />;
  return <Choice onMade={setMade} />;
}

function Choice({ onMade }: { onMade: (made: WebhookWithSecret) => void }) {
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [topics, setTopics] = useState(USUAL);
  const add = useAddWebhook();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { url: url.trim(), description: description.trim(), event_types: [...topics], active: true },
      { onSuccess: onMade },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Address" hint="On the public internet.">
          {(control) => (
            <Input
              {...control}
              type="url"
              required
              value={url}
              placeholder="https://hooks.example.org/comity"
              autoComplete="off"
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Field label="Description" hint="How you call it.">
          {(control) => (
            <Input
              {...control}
              value={description}
              autoComplete="off"
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Topics chosen={topics} onChange={setTopics} />
      <FormAlert>{add.isError && messageOf(add.error)}</FormAlert>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={add.isPending} disabled={topics.length === 0}>
          Create webhook
        </Button>
        {topics.length === 0 && <p className="text-ink-2 text-sm">Choose at least one thing to be told.</p>}
      </div>
    </form>
  );
}

interface TopicsProps {
  chosen: readonly WebhookTopic[];
  onChange: (chosen: readonly WebhookTopic[]) => void;
}

function Topics({ chosen, onChange }: TopicsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-ink mb-1.5 text-sm font-medium">Tell it when</legend>
      <div className="grid gap-x-4 gap-y-1 md:grid-cols-2">
        {TOPICS.map((topic) => (
          <Checkbox
            key={topic}
            checked={chosen.includes(topic)}
            onChange={({ target }) =>
              onChange(TOPICS.filter((one) => (one === topic ? target.checked : chosen.includes(one))))
            }
            className="items-start py-1.5"
            label={
              <>
                <span className="block">{TOPIC[topic].label}</span>
                <span className="text-ink-3 block text-sm">{TOPIC[topic].when}</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
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
