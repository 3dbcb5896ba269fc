import { valibotResolver } from '@hookform/resolvers/valibot';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useSignUp } from '../api/queries';
import { PASSWORD_MIN, signUpSchema } from '../model/schemas';
import { Entrance } from './entrance';

export function SignUpScreen({ onSignedUp }: { onSignedUp: () => void }) {
  const signUp = useSignUp();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    resolver: valibotResolver(signUpSchema),
    defaultValues: { full_name: '', email: '', password: '' },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit((values) =>
    signUp.mutateAsync(values).then(onSignedUp, (error) => {
      setRefusal(showProblem(error, ['full_name', 'email', 'password'], form.setError));
    }),
  );

  return (
    <Entrance
      title="A calmer way to keep in touch"
      lead="Comity tells you the one next step for each person, why, and what not to do yet."
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field label="Your name" error={errors.full_name?.message}>
          {(control) => <Input {...control} {...form.register('full_name')} autoComplete="name" />}
        </Field>
        <Field label="Email" error={errors.email?.message}>
          {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
        </Field>
        <Field label="Password" hint={`At least ${PASSWORD_MIN} characters.`} error={errors.password?.message}>
          {(control) => (
            <Input {...control} {...form.register('password')} type="password" autoComplete="new-password" />
          )}
        </Field>
        <FormAlert>{refusal}</FormAlert>
        <Button type="submit" variant="primary" busy={signUp.isPending}>
          Create account
        </Button>
      </form>
      <p className="text-ink-2">
        Already have one?{' '}
        <Link to="/sign-in" className="text-accent font-medium underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </Entrance>
  );
}
