import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import { useSaveAccount } from '@/features/account';
import { useAddGoal } from '@/features/goals';
import { SENIORITIES } from '@/lib/orders';
import { browserTimeZone, timeZones, zoneName } from '@/lib/places';
import { SENIORITY_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { Field, FormAlert, Input, Options, Select } from '@/ui/field';
import { PageTitle } from '@/ui/page';
import { Wordmark } from '@/ui/wordmark';
import { onboardingSchema, toAccountPatch, toFirstGoal } from '../model/answers';

const FIELDS = ['seniority', 'profile_url', 'timezone', 'goal'] as const;

/** Four questions, none of them needed; the advice is better with each. */
export function OnboardingScreen({ onDone }: { onDone: () => void }) {
  const save = useSaveAccount();
  const addGoal = useAddGoal();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    resolver: valibotResolver(onboardingSchema),
    defaultValues: { seniority: null, profile_url: '', timezone: browserTimeZone(), goal: '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (answers) => {
    try {
      await save.mutateAsync(toAccountPatch(answers));
      const goal = toFirstGoal(answers);
      if (goal) await addGoal.mutateAsync(goal);
      onDone();
    } catch (error) {
      setRefusal(showProblem(error, FIELDS, form.setError));
    }
  });

  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[34rem] content-start gap-8 px-4 pt-12 pb-12 md:pt-[10vh]">
      <Wordmark />
      <header className="grid gap-2">
        <PageTitle>Four things about you</PageTitle>
        <p className="text-ink-2">
          They decide what is a small ask and what is a large one. You can change them later.
        </p>
      </header>
      <form noValidate onSubmit={submit} className="grid gap-6">
        <Controller
          control={form.control}
          name="seniority"
          render={({ field }) => (
            <ChipChoice
              legend="Where are you in your career?"
              name="seniority"
              options={SENIORITIES}
              label={(rung) => SENIORITY_LABEL[rung]}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Field
          label="Your LinkedIn or profile address"
          hint="It tells which messages in an import are yours."
          error={errors.profile_url?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...form.register('profile_url')}
              inputMode="url"
              autoComplete="url"
              placeholder="https://www.linkedin.com/in/you"
            />
          )}
        </Field>
        <Field label="Your time zone" error={errors.timezone?.message}>
          {(control) => (
            <Select {...control} {...form.register('timezone')}>
              <Options of={timeZones()} label={zoneName} />
            </Select>
          )}
        </Field>
        <Field label="What are you after?" hint="A sentence is enough." error={errors.goal?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register('goal')}
              autoComplete="off"
              placeholder="A product role in climate tech"
            />
          )}
        </Field>
        <FormAlert>{refusal}</FormAlert>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={isSubmitting}>
            Continue
          </Button>
          <Button variant="ghost" onClick={onDone}>
            Skip for now
          </Button>
        </div>
      </form>
    </main>
  );
}
