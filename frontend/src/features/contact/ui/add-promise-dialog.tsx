import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as v from 'valibot';
import { showProblem } from '@/api/problem';
import type { Contact } from '@/api/types';
import { clock } from '@/lib/clock';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input } from '@/ui/field';
import { useAddPromise } from '../api/queries';

const PARTIES = ['me', 'them'] as const;

const schema = v.object({
  by: v.picklist(PARTIES),
  what: v.pipe(v.string(), v.trim(), v.nonEmpty('Say what was promised.')),
  due_on: v.string(),
});

const BLANK: v.InferOutput<typeof schema> = { by: 'me', what: '', due_on: '' };

export function AddPromiseDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const add = useAddPromise();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({ resolver: valibotResolver(schema), defaultValues: BLANK });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ due_on, ...promise }) => {
    const vow = { ...promise, contact_id: contact.id, due_on: due_on || null, made_at: clock.now().toISOString() };
    return add
      .mutateAsync(vow)
      .then(onClose, (error) => setRefusal(showProblem(error, ['by', 'what', 'due_on'], form.setError)));
  });
  return (
    <Dialog open onClose={onClose} title="Add a promise">
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Controller
          control={form.control}
          name="by"
          render={({ field }) => (
            <ChipChoice
              legend="Whose promise"
              name="by"
              options={PARTIES}
              label={(party) => (party === 'me' ? 'Mine' : contact.full_name)}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Field label="What was promised" error={errors.what?.message}>
          {(control) => <Input {...control} {...form.register('what')} autoComplete="off" />}
        </Field>
        <Field label="Due on (optional)" error={errors.due_on?.message} className="max-w-48">
          {(control) => <Input {...control} {...form.register('due_on')} type="date" />}
        </Field>
        <FormAlert>{refusal}</FormAlert>
        <Button type="submit" variant="primary" busy={add.isPending} className="justify-self-start">
          Add
        </Button>
      </form>
    </Dialog>
  );
}
