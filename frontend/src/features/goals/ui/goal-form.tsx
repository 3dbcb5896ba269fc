import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import type { GoalDraft } from '@/api/types';
import { ASKS } from '@/lib/orders';
import { ASK_LABEL, ASK_MEANING } from '@/lib/words';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { Field, FormAlert, Input, Options, Select } from '@/ui/field';
import { goalFormSchema, toGoalDraft, URGENCIES, URGENCY_LABEL, type GoalForm as Values } from '../model/goal-form';

const FIELDS = ['title', 'ask_size', 'urgency', 'companies', 'fields', 'ends_on'] as const;

interface Props {
  values: Values;
  submitLabel: string;
  onSubmit: (goal: GoalDraft) => Promise<unknown>;
}

export function GoalForm({ values, submitLabel, onSubmit }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({ resolver: valibotResolver(goalFormSchema), defaultValues: values });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((filled) =>
    onSubmit(toGoalDraft(filled)).catch((error) => setRefusal(showProblem(error, FIELDS, form.setError))),
  );
  const askSize = form.watch('ask_size');
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="What are you after?" error={errors.title?.message}>
        {(control) => (
          <Input {...control} {...form.register('title')} placeholder="A product role at a climate company" />
        )}
      </Field>
      <Field label="What would help most?" hint={ASK_MEANING[askSize]} error={errors.ask_size?.message}>
        {(control) => (
          <Select {...control} {...form.register('ask_size')}>
            <Options of={ASKS.filter((ask) => ask !== 'none')} label={(ask) => ASK_LABEL[ask]} />
          </Select>
        )}
      </Field>
      <Controller
        control={form.control}
        name="urgency"
        render={({ field }) => (
          <ChipChoice
            legend="How soon"
            name="urgency"
            options={URGENCIES}
            label={(urgency) => URGENCY_LABEL[urgency]}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Field label="Companies (optional)" hint="Separate several by commas." error={errors.companies?.message}>
        {(control) => <Input {...control} {...form.register('companies')} />}
      </Field>
      <Field label="Fields (optional)" hint="Separate several by commas." error={errors.fields?.message}>
        {(control) => <Input {...control} {...form.register('fields')} />}
      </Field>
      <Field label="Until (optional)" error={errors.ends_on?.message} className="max-w-48">
        {(control) => <Input {...control} {...form.register('ends_on')} type="date" />}
      </Field>
      <FormAlert>{refusal}</FormAlert>
      <Button type="submit" variant="primary" busy={isSubmitting} className="justify-self-start">
        {submitLabel}
      </Button>
    </form>
  );
}
