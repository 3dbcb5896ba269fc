import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as v from 'valibot';
import { showProblem } from '@/api/problem';
import type { Account } from '@/api/types';
import { useSaveAccount } from '@/features/account';
import { SENIORITIES } from '@/lib/orders';
import { timeZones, zoneName } from '@/lib/places';
import { SENIORITY_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input, Options, Select } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { SettingsSection } from './settings-section';

const FIELDS = ['full_name', 'headline', 'seniority', 'field', 'profile_url', 'timezone'] as const;

const line = v.pipe(v.string(), v.trim());

const schema = v.object({
  full_name: v.pipe(line, v.nonEmpty('Enter your name.')),
  headline: line,
  seniority: v.union([v.literal(''), v.picklist(SENIORITIES)]),
  field: line,
  profile_url: line,
  timezone: line,
});

function valuesOf(me: Account): v.InferOutput<typeof schema> {
  return {
    full_name: me.full_name,
    headline: me.headline ?? '',
    seniority: me.seniority ?? '',
    field: me.field ?? '',
    profile_url: me.profile_url ?? '',
    timezone: me.timezone,
  };
}

export function AccountSection({ me }: { me: Account }) {
  const say = useToast();
  const save = useSaveAccount();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({ resolver: valibotResolver(schema), defaultValues: valuesOf(me) });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ headline, seniority, field, profile_url, ...rest }) => {
    setRefusal(null);
    const patch = {
      ...rest,
      headline: headline || null,
      seniority: seniority || null,
      field: field || null,
      profile_url: profile_url || null,
    };
    return save.mutateAsync(patch).then(
      () => say({ text: 'Saved.' }),
      (error) => setRefusal(showProblem(error, FIELDS, form.setError)),
    );
  });

  return (
    <SettingsSection title="You" lead="What is a small ask depends on where you both stand.">
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errors.full_name?.message}>
          {(control) => <Input {...control} {...form.register('full_name')} autoComplete="name" />}
        </Field>
        <Field label="Headline" error={errors.headline?.message}>
          {(control) => <Input {...control} {...form.register('headline')} />}
        </Field>
        <Field label="Seniority" error={errors.seniority?.message}>
          {(control) => (
            <Select {...control} {...form.register('seniority')}>
              <option value="">Not said</option>
              <Options of={SENIORITIES} label={(rung) => SENIORITY_LABEL[rung]} />
            </Select>
          )}
        </Field>
        <Field label="Field" error={errors.field?.message}>
          {(control) => <Input {...control} {...form.register('field')} />}
        </Field>
        <Field label="Profile address" error={errors.profile_url?.message}>
          {(control) => <Input {...control} {...form.register('profile_url')} inputMode="url" />}
        </Field>
        <Field label="Time zone" error={errors.timezone?.message}>
          {(control) => (
            <Select {...control} {...form.register('timezone')}>
              <Options of={timeZones()} label={zoneName} />
            </Select>
          )}
        </Field>
        <div className="grid gap-4 sm:col-span-2">
          <FormAlert>{refusal}</FormAlert>
          <Button type="submit" variant="primary" busy={save.isPending} className="justify-self-start">
            Save
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
