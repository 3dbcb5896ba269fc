import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { webhook, webhookHandlers } from '@/test/data/webhooks';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(() => server.use(...webhookHandlers()));

describe('Webhooks', () => {
  it('has no accessibility fault, and is reached from the settings', async () => {
    const { user, container, router } = renderApp('/settings');
    await user.click(await screen.findByRole('link', { name: 'Open webhooks' }));
    await screen.findByText('1 waiting, 2 parked');
    expect(router.state.location.pathname).toBe('/webhooks');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('shows the secret of a new one once', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/webhooks', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ ...webhook(), secret: 'whsec_tellNobody' }, { status: 201 });
      }),
    );
    const { user, container } = renderApp('/webhooks');
    await user.type(await screen.findByLabelText('Address'), 'https://hooks.example.org/new');
    await user.type(screen.getByLabelText('Description'), ' Team chat ');
    await user.click(screen.getByRole('checkbox', { name: /^Contact erased/ }));
    await user.click(screen.getByRole('checkbox', { name: /^Next step due/ }));
    await user.click(screen.getByRole('button', { name: 'Create webhook' }));
    expect(await screen.findByText('whsec_tellNobody')).toBeInTheDocument();
    expect(sent).toEqual({
      url: 'https://hooks.example.org/new',
      description: 'Team chat',
      event_types: ['follow_up.due', 'contact.erased'],
      active: true,
    });
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Another one' }));
    expect(screen.queryByText('whsec_tellNobody')).not.toBeInTheDocument();
  });

  it('is told of something at least, and says what is wrong with an address', async () => {
    server.use(http.post('*/v1/webhooks', () => problem(422, 'This address may not be called.')));
    const { user } = renderApp('/webhooks');
    await user.type(await screen.findByLabelText('Address'), 'https://127.0.0.1/');
    const create = screen.getByRole('button', { name: 'Create webhook' });
    await user.click(screen.getByRole('checkbox', { name: /^Next step due/ }));
    await user.click(screen.getByRole('checkbox', { name: /^Follow-up due/ }));
    expect(create).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /^Promise lapsed/ }));
    await user.click(create);
    expect(await screen.findByRole('alert')).toHaveTextContent('This address may not be called.');
  });
});

describe('A webhook', () => {
  it('gets a new secret, shown once', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/webhooks/hook/rotate', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ ...webhook(), secret: 'whsec_new' });
      }),
    );
    const { user } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: 'New secret' }));
    await user.click(await screen.findByRole('button', { name: 'Make a new secret' }));
    expect(await screen.findByText('whsec_new')).toBeInTheDocument();
    expect(sent).toEqual({ overlap_hours: 24 });
  });

  it('is tested, and says where that is refused', async () => {
    let tests = 0;
    server.use(
      http.post('*/v1/webhooks/hook/test', () => {
        tests += 1;
        return problem(409, 'The webhook is not active: set it active first.');
      }),
    );
    const { user } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: 'Send a test' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('set it active first');
    expect(tests).toBe(1);
  });

  it.each([
    { status: 'active', deed: 'Pause', active: false },
    { status: 'paused', deed: 'Resume', active: true },
    { status: 'parked', deed: 'Resume', active: true },
    { status: 'gone', deed: 'Resume', active: true },
  ] as const)('that is $status offers: $deed', async ({ status, deed, active }) => {
    let sent: unknown;
    server.use(
      ...webhookHandlers(webhook({ status })),
      http.patch('*/v1/webhooks/hook', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(webhook({ active }));
      }),
    );
    const { user } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: deed }));
    await waitFor(() => expect(sent).toEqual({ active }));
    // Neither a test nor a replay would be taken while it is not told.
    expect(screen.queryAllByRole('button', { name: 'Send a test' })).toHaveLength(status === 'active' ? 1 : 0);
    await screen.findByText(/^2 tries/);
    expect(screen.queryAllByRole('button', { name: /^Replay/ })).toHaveLength(status === 'active' ? 1 : 0);
  });

  it('is told of other things at another address, and all of it is taken back', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch('*/v1/webhooks/hook', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(webhook(Object(sent.at(-1))));
      }),
    );
    const { user, container } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change this webhook' }));
    const { url, description, event_types } = webhook();
    expect(dialog.getByLabelText('Address')).toHaveValue(url);
    for (const box of dialog.getAllByRole<HTMLInputElement>('checkbox')) if (box.checked) await user.click(box);
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.click(dialog.getByRole('checkbox', { name: /^Promise lapsed/ }));
    await user.clear(dialog.getByLabelText('Address'));
    await user.type(dialog.getByLabelText('Address'), 'https://new.example.org/hook');
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const changed = { url: 'https://new.example.org/hook', description, event_types: ['promise.lapsed'] };
    await waitFor(() => expect(sent).toEqual([changed, { url, description, event_types }]));
  });

  it('keeps its address where another is refused, and says why', async () => {
    server.use(http.patch('*/v1/webhooks/hook', () => problem(422, 'This address is not on the public internet.')));
    const { user } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('not on the public internet');
  });

  it('is deleted only when asked twice', async () => {
    let deleted = false;
    server.use(
      http.get('*/v1/webhooks', () => HttpResponse.json(deleted ? page() : page(webhook()))),
      http.delete('*/v1/webhooks/hook', () => {
        deleted = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, router } = renderApp('/webhooks');
    await user.click(await screen.findByRole('link', { name: /^My bot/ }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete My bot?' });
    expect(deleted).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Delete webhook' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/webhooks'));
    expect(deleted).toBe(true);
    await screen.findByRole('heading', { level: 1, name: 'Webhooks' });
    expect(screen.queryByRole('link', { name: /^My bot/ })).not.toBeInTheDocument();
  });
});
