import type { WebhookTopic } from '@/api/types';
import { Checkbox, Field, Input } from '@/ui/field';
import type { WebhookForm } from '../model/form';
import { TOPIC, TOPICS } from '../model/words';

interface Props {
  value: WebhookForm;
  onChange: (value: WebhookForm) => void;
}

/** Who is told, and of what. */
export function WebhookFields({ value, onChange }: Props) {
  const set = (part: Partial<WebhookForm>) => onChange({ ...value, ...part });
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Address" hint="On the public internet.">
          {(control) => (
            <Input
              {...control}
              type="url"
              required
              value={value.url}
              placeholder="https://hooks.example.org/comity"
              autoComplete="off"
              onChange={(event) => set({ url: event.target.value })}
            />
          )}
        </Field>
        <Field label="Description" hint="How you call it.">
          {(control) => (
            <Input
              {...control}
              value={value.description}
              autoComplete="off"
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Topics chosen={value.topics} onChange={(topics) => set({ topics })} />
    </>
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
      {chosen.length === 0 && <p className="text-danger text-sm">Choose at least one thing to be told.</p>}
    </fieldset>
  );
}
