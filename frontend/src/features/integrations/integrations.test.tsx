import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { integration, integrationHandlers } from '@/test/data/integrations';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(() => server.use(...integrationHandlers()));

describe('Integrations', () => {
  it('has no accessibility fault, and is reached from the settings', async () => {
    const { user, container, router } = renderApp('/settings');
    await user.click(await screen.findByRole('link', { name: 'Open integrations' }));
    await screen.findByText('2 events waiting');
    expect(router.state.location.pathname).toBe('/integrations');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('shows the secret of a new one once, with code that is ready to run', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/integrations', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ ...integration(), secret: 'whsec_tellNobody' }, { status: 201 });
      }),
    );
    const { user, container } = renderApp('/integrations');
    await user.type(await screen.findByLabelText('Name'), 'Phone system');
    await user.click(screen.getByRole('button', { name: 'Create integration' }));
    await waitFor(() => expect(sent).toMatchObject({ kind: 'generic', name: 'Phone system', secret: null }));
    expect(await screen.findByText('whsec_tellNobody')).toBeInTheDocument();
    expect(screen.getByText(/export COMITY_HOOK_SECRET='whsec_tellNobody'/)).toBeInTheDocument();
    expect(screen.getByText(/openssl dgst -sha256/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Python' }));
    expect(screen.getByText(/urllib.request.urlopen/)).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Another one' }));
    expect(screen.queryByText('whsec_tellNobody')).not.toBeInTheDocument();
  });

  it('asks for the secret where the provider makes it, and says what is wrong with it', async () => {
    const faults = [{ pointer: '/secret', detail: 'Slack makes it: copy it from there.' }];
    server.use(http.post('*/v1/integrations', () => problem(422, 'Slack makes it: copy it from there.', faults)));
    const { user } = renderApp('/integrations');
    await user.selectOptions(await screen.findByLabelText('Who tells'), 'slack');
    await user.type(screen.getByLabelText('Secret'), 'signing-secret');
    await user.click(screen.getByRole('button', { name: 'Create integration' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('copy it from there');
  });
});

describe('A connection', () => {
  it('gets a new secret, shown once', async () => {
    server.use(
      http.post('*/v1/integrations/int/rotate', () =>
        HttpResponse.json({ ...integration({ old_secret_until: '2026-03-11T09:00:00Z' }), secret: 'whsec_new' }),
      ),
    );
    const { user } = renderApp('/integrations/int');
    await user.click(await screen.findByRole('button', { name: 'New secret' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new secret' }));
    expect(await screen.findByText('whsec_new')).toBeInTheDocument();
  });

  it('is disabled, and deleted only when asked twice', async () => {
    const calls: unknown[] = [];
    server.use(
      http.get('*/v1/integrations', () => HttpResponse.json(calls.includes('deleted') ? page() : page(integration()))),
      http.patch('*/v1/integrations/int', async ({ request }) => {
        calls.push(await request.json());
        return HttpResponse.json(integration({ enabled: false }));
      }),
      http.delete('*/v1/integrations/int', () => {
        calls.push('deleted');
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, router } = renderApp('/integrations');
    await user.click(await screen.findByRole('link', { name: /^My script/ }));
    await user.click(await screen.findByRole('button', { name: 'Disable' }));
    await waitFor(() => expect(calls).toEqual([{ enabled: false }]));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete My script?' });
    expect(calls).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: 'Delete integration' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/integrations'));
    expect(calls[1]).toBe('deleted');
    await screen.findByRole('heading', { level: 1, name: 'Integrations' });
    expect(screen.queryByRole('link', { name: /^My script/ })).not.toBeInTheDocument();
  });
});
