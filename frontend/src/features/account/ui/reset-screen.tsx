import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { Field, FormAlert, Input } from '@/ui/field';
import { useAskForReset, useConfirmReset } from '../api/queries';
import { Entrance } from './entrance';

/** A forgotten password: ask for the link, or, having come by it, set a new one. */
export function ResetScreen({ token, onDone }: { token: string; onDone: () => void }) {
  return token ? <NewPassword token={token} onDone={onDone} /> : <AskForLink />;
}

function AskForLink() {
  const ask = useAskForReset();
  const [email, setEmail] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email);
  };
  return (
    <Entrance title="Forgot your password?" lead="A link to set a new one comes by mail.">
      {ask.isSuccess ? (
        <p role="status">If there is an account with this address, a link is on its way. It is good for an hour.</p>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <Field label="Email">
            {(control) => (
              <Input
                {...control}
                type="email"
                autoComplete="username"
                required
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
          <FormAlert>{ask.error && messageOf(ask.error)}</FormAlert>
          <Button type="submit" variant="primary" busy={ask.isPending}>
            Send the link
          </Button>
        </form>
      )}
      <Link to="/sign-in" className="text-accent font-medium underline underline-offset-4">
        Back to signing in
      </Link>
    </Entrance>
  );
}

function NewPassword({ token, onDone }: { token: string; onDone: () => void }) {
  const confirm = useConfirmReset();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ token, new_password: password }, { onSuccess: onDone });
  };
  return (
    <Entrance title="Set a new password" lead="Everybody who is signed in to this account is signed out.">
      <form onSubmit={submit} className="grid gap-4">
        <Field label="New password">
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              minLength={10}
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <FormAlert>{confirm.error && messageOf(confirm.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={confirm.isPending}>
          Set it
        </Button>
      </form>
    </Entrance>
  );
}
