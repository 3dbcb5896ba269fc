import { valibotResolver } from '@hookform/resolvers/valibot';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { showProblem } from '@/api/problem';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useSignIn } from '../api/queries';
import { signInSchema } from '../model/schemas';
import { Entrance } from './entrance';

export function SignInScreen({ onSignedIn }: { onSignedIn: () => void }) {
  const signIn = useSignIn();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    resolver: valibotResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit((values) =>
    signIn.mutateAsync(values).then(onSignedIn, (error) => {
      setRefusal(showProblem(error, ['email', 'password'], form.setError));
    }),
  );

  return (
    <Entrance title="Welcome back" lead="Pick up where your relationships are.">
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field label="Email" error={errors.email?.message}>
          {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
        </Field>
        <Field label="Password" error={errors.password?.message}>
          {(control) => (
            <Input {...control} {...form.register('password')} type="password" autoComplete="current-password" />
          )}
        </Field>
        <FormAlert>{refusal}</FormAlert>
        <Button type="submit" variant="primary" busy={signIn.isPending}>
          Sign in
        </Button>
      </form>
      <Link to="/reset" className="text-accent font-medium underline underline-offset-4">
        Forgot your password?
      </Link>
      <p className="text-ink-2">
        New here?{' '}
        <Link to="/sign-up" className="text-accent font-medium underline underline-offset-4">
          Create an account
        </Link>
      </p>
    </Entrance>
  );
}
