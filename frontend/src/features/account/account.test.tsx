import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { account } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const signedOut = () => problem(401, 'Sign in first.');

/** A server that knows nobody until somebody comes in. */
function serveDoor() {
  let inside = false;
  const enter = () => {
    inside = true;
    return HttpResponse.json(account());
  };
  server.use(
    http.get('*/v1/me', () => (inside ? HttpResponse.json(account()) : signedOut())),
    http.post('*/v1/auth/login', enter),
    http.post('*/v1/auth/register', enter),
  );
}

describe('The door', () => {
  it('is where one lands who is not signed in, once, and leads back', async () => {
    serveDoor();
    const { user, router, container } = renderApp('/people?q=mei');
    await screen.findByRole('heading', { name: 'Welcome back' });
    expect(router.state.location.search).toEqual({ next: '/people?q=mei' });
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.type(screen.getByLabelText('Email'), 'robin@example.com');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(router.state.location.href).toBe('/people?q=mei'));
  });

  it('says what is missing before it asks the server', async () => {
    serveDoor();
    const { user } = renderApp('/sign-in');
    await user.type(await screen.findByLabelText('Email'), 'robin');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('This is not an email address.')).toBeInTheDocument();
    expect(screen.getByText('Enter your password.')).toBeInTheDocument();
  });

  it('says what the server says', async () => {
    server.use(http.post('*/v1/auth/login', () => problem(401, 'Email or password is wrong.')));
    const { user } = renderApp('/sign-in');
    await user.type(await screen.findByLabelText('Email'), 'robin@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong.');
  });

  it('sends a link to who forgot the password, and says the same of everybody', async () => {
    serveDoor();
    const asked: unknown[] = [];
    server.use(
      http.post('*/v1/auth/reset', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json(null, { status: 202 });
      }),
    );
    const { user, container } = renderApp('/sign-in');
    await user.click(await screen.findByRole('link', { name: 'Forgot your password?' }));
    await screen.findByRole('heading', { name: 'Forgot your password?' });
    await user.type(await screen.findByLabelText('Email'), 'robin@example.com');
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByRole('status')).toHaveTextContent('If there is an account');
    expect(asked).toEqual([{ email: 'robin@example.com' }]);
  });

  it('sets a new password by the link of a mail', async () => {
    serveDoor();
    const set: unknown[] = [];
    server.use(
      http.post('*/v1/auth/reset/confirm', async ({ request }) => {
        set.push(await request.json());
        return set.length > 1 ? new HttpResponse(null, { status: 204 }) : problem(422, 'This link is no longer good.');
      }),
    );
    const { user, router } = renderApp('/reset#abc');
    await user.type(await screen.findByLabelText('New password'), 'battery staple');
    await user.click(screen.getByRole('button', { name: 'Set it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This link is no longer good.');
    await user.click(screen.getByRole('button', { name: 'Set it' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(set[1]).toEqual({ token: 'abc', new_password: 'battery staple' });
  });

  it('does not lead to another site', async () => {
    serveDoor();
    const { user, router } = renderApp('/sign-in?next=//elsewhere.example');
    await user.type(await screen.findByLabelText('Email'), 'robin@example.com');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('is shown again when the session ends under an open page', async () => {
    const { router } = renderApp('/');
    await screen.findByRole('article');
    server.use(http.get('*/v1/me', signedOut), http.get('*/v1/goals', signedOut));
    await router.navigate({ to: '/goals' });
    expect(await screen.findByRole('heading', { name: 'Welcome back' })).toBeInTheDocument();
  });
});

describe('The first minutes', () => {
  it('sign up, then four questions, then Today', async () => {
    serveDoor();
    const sent: Record<string, unknown> = {};
    server.use(
      http.patch('*/v1/me', async ({ request }) => {
        sent.me = await request.json();
        return HttpResponse.json(account());
      }),
      http.post('*/v1/goals', async ({ request }) => {
        sent.goal = await request.json();
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    const { user, router } = renderApp('/sign-up');
    await user.type(await screen.findByLabelText('Your name'), 'Robin Vale');
    await user.type(screen.getByLabelText('Email'), 'robin@example.com');
    await user.type(screen.getByLabelText('Password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('At least 10 characters.', { selector: '[id$=error]' })).toBeInTheDocument();
    await user.type(screen.getByLabelText('Password'), ' but long now');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await screen.findByRole('heading', { name: 'Four things about you' });
    await user.click(screen.getByRole('radio', { name: 'Senior' }));
    await user.type(screen.getByLabelText('What are you after?'), 'A product role');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
    expect(sent.me).toMatchObject({ seniority: 'senior' });
    expect(sent.goal).toEqual({ title: 'A product role', ask_size: 'referral' });
  });

  it('may be cut short', async () => {
    const { user, router } = renderApp('/welcome');
    await user.click(await screen.findByRole('button', { name: 'Skip for now' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });
});
