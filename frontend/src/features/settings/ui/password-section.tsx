import { valibotResolver } from '@hookform/resolvers/valibot';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as v from 'valibot';
import { showProblem } from '@/api/problem';
import { newPassword } from '@/features/account';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useChangePassword } from '../api/queries';
import { SettingsSection } from './settings-section';

const FIELDS = ['current_password', 'new_password'] as const;

const schema = v.object({
  current_password: v.pipe(v.string(), v.nonEmpty('Enter your password of now.')),
  new_password: newPassword,
});

export function PasswordSection() {
  const say = useToast();
  const change = useChangePassword();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    resolver: valibotResolver(schema),
    defaultValues: { current_password: '', new_password: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => {
    setRefusal(null);
    return change.mutateAsync(values).then(
      () => {
        form.reset();
        say({ text: 'Password changed. Other devices are signed out.' });
      },
      (error) => setRefusal(showProblem(error, FIELDS, form.setError)),
    );
  });
  return (
    <SettingsSection title="Password">
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label="Password now" error={errors.current_password?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register('current_password')}
              type="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field label="New password" error={errors.new_password?.message}>
          {(control) => (
            <Input {...control} {...form.register('new_password')} type="password" autoComplete="new-password" />
          )}
        </Field>
        <div className="grid gap-4 sm:col-span-2">
          <FormAlert>{refusal}</FormAlert>
          <Button type="submit" busy={change.isPending} className="justify-self-start">
            Change password
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
