import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { noContent, recordPatches } from '@/test/account-server';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { deviceName } from './model/device';

const here = {
  id: 'here',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
  created_at: '2026-03-09T09:00:00Z',
  expires_at: null,
  last_used_at: '2026-03-10T09:00:00Z',
  current: true,
};
const phone = { ...here, id: 'phone', user_agent: 'Mozilla/5.0 (iPhone) Safari/600', current: false };
const token = {
  id: 'tok',
  name: 'Phone app',
  kind: 'personal_token' as const,
  scopes: ['read' as const, 'write' as const],
  last_four: '9f3c',
  created_at: '2026-03-01T09:00:00Z',
  expires_at: null,
  last_used_at: null,
};

describe('Settings', () => {
  it('has no accessibility fault', async () => {
    server.use(
      http.get('*/v1/auth/sessions', () => HttpResponse.json(page(here, phone))),
      http.get('*/v1/tokens', () => HttpResponse.json(page(token))),
    );
    const { container } = renderApp('/settings');
    await screen.findByText('Phone app');
    await screen.findByText('Chrome on Linux');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('chooses a theme, at once and for good', async () => {
    const sent = recordPatches();
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await waitFor(() => expect(sent).toEqual([{ theme: 'dark' }]));
  });

  it('switches single letters off, and they fall silent', async () => {
    recordPatches();
    const { user, router } = renderApp('/settings');
    await user.click(await screen.findByRole('checkbox', { name: /Single-letter/ }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /Single-letter/ })).not.toBeChecked());
    await user.click(screen.getByRole('heading', { level: 1 }));
    await user.keyboard('l');
    expect(router.state.location.pathname).toBe('/settings');
  });

  it('saves the account and the day', async () => {
    const sent = recordPatches();
    const { user } = renderApp('/settings');
    const headline = await screen.findByRole('textbox', { name: 'Headline' });
    await user.type(headline, 'Builds bridges');
    const [saveAccount, saveDay] = screen.getAllByRole('button', { name: 'Save' });
    await user.click(saveAccount as HTMLElement);
    await waitFor(() => expect(sent[0]).toMatchObject({ headline: 'Builds bridges', field: null }));
    const touches = screen.getByRole('spinbutton', { name: 'Next steps a day' });
    await user.clear(touches);
    await user.type(touches, '3');
    await user.click(saveDay as HTMLElement);
    await waitFor(() => expect(sent[1]).toMatchObject({ daily_touches: 3 }));
  });

  it('changes the password, and says which one was wrong', async () => {
    server.use(
      http.post('*/v1/auth/password', () =>
        problem(422, 'Refused', [{ pointer: '#/current_password', detail: 'This is not your password.' }]),
      ),
    );
    const { user } = renderApp('/settings');
    await user.type(await screen.findByLabelText('Password now'), 'guess');
    await user.type(screen.getByLabelText('New password'), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('This is not your password.')).toBeInTheDocument();
    server.use(http.post('*/v1/auth/password', noContent));
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    expect((await screen.findAllByText(/Password changed/)).length).toBeGreaterThan(0);
  });

  it('shows a new token once, and revokes an old one only when asked twice', async () => {
    let revoked = false;
    server.use(
      http.get('*/v1/tokens', () => HttpResponse.json(page(token))),
      http.post('*/v1/tokens', () => HttpResponse.json({ ...token, token: 'comity_secret' }, { status: 201 })),
      http.delete('*/v1/tokens/tok', () => {
        revoked = true;
        return noContent();
      }),
    );
    const { user } = renderApp('/settings');
    await user.type(await screen.findByRole('textbox', { name: 'Name of a new token' }), 'Script');
    await user.click(screen.getByRole('button', { name: 'Create token' }));
    expect(await screen.findByText('comity_secret')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Revoke Phone app' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke Phone app?' });
    expect(revoked).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(revoked).toBe(true));
  });

  it('signs out another device, removes the sample, signs out here', async () => {
    const calls: string[] = [];
    const record = (call: string) => () => {
      calls.push(call);
      return noContent();
    };
    server.use(
      http.get('*/v1/auth/sessions', () => HttpResponse.json(page(here, phone))),
      http.delete('*/v1/auth/sessions/phone', record('phone')),
      http.delete('*/v1/sample-network', record('sample')),
      http.post('*/v1/auth/logout', record('logout')),
    );
    const { user, router } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Sign out Safari on iPhone' }));
    await user.click(await screen.findByRole('button', { name: 'Remove the sample network' }));
    await user.click(await screen.findByRole('button', { name: 'Remove the made-up people' }));
    await waitFor(() => expect(calls).toEqual(['phone', 'sample']));
    server.use(http.get('*/v1/me', () => problem(401, 'Sign in first.')));
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });
});

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Firefox/140', 'Firefox on Mac'],
    ['curl/8', 'A device'],
    ['', 'A device'],
  ])('%s is %s', (agent, name) => expect(deviceName(agent)).toBe(name));
});
