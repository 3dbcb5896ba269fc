import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import type { GatheringDraft } from '@/api/types';
import { Button } from '@/ui/button';
import { Checkbox, Field, FormAlert, Input } from '@/ui/field';
import { eventFormSchema, toEventDraft, type EventForm as Values } from '../model/event-form';

const FIELDS = ['name', 'starts_at', 'ends_at', 'place', 'url', 'attending'] as const;

interface Props {
  values: Values;
  submitLabel: string;
  onSubmit: (event: GatheringDraft) => Promise<unknown>;
}

export function EventForm({ values, submitLabel, onSubmit }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({ resolver: valibotResolver(eventFormSchema), defaultValues: values });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((filled) =>
    onSubmit(toEventDraft(filled)).catch((error) => setRefusal(showProblem(error, FIELDS, form.setError))),
  );
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="What is it called?" error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Begins" error={errors.starts_at?.message}>
          {(control) => <Input {...control} {...form.register('starts_at')} type="datetime-local" />}
        </Field>
        <Field label="Ends (optional)" error={errors.ends_at?.message}>
          {(control) => <Input {...control} {...form.register('ends_at')} type="datetime-local" />}
        </Field>
      </div>
      <Field label="Where (optional)" error={errors.place?.message}>
        {(control) => <Input {...control} {...form.register('place')} />}
      </Field>
      <Field label="Web page (optional)" error={errors.url?.message}>
        {(control) => <Input {...control} {...form.register('url')} type="url" inputMode="url" />}
      </Field>
      <Checkbox {...form.register('attending')} label="I go there" />
      <FormAlert>{refusal}</FormAlert>
      <Button type="submit" variant="primary" busy={isSubmitting} className="justify-self-start">
        {submitLabel}
      </Button>
    </form>
  );
}
