import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { event, inboxOf, integrationHandlers, person } from '@/test/data/integrations';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(() => server.use(...integrationHandlers()));

const show = (...events: Parameters<typeof inboxOf>) => server.use(inboxOf(...events));

/** Keeps what the inbox was answered. */
function recordAnswers() {
  const sent: unknown[] = [];
  server.use(
    http.post('*/v1/integrations/int/events', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(event({ status: 'applied' }));
    }),
  );
  return sent;
}

describe('The inbox', () => {
  it('has no accessibility fault', async () => {
    show(
      event({ id: 'a', people: [person({ likely: [{ contact_id: 'ana', full_name: 'Ana', why: 'the same name' }] })] }),
      event({ id: 'b', status: 'rejected', people: [], reason: '/data/people: Field required.', kind: null }),
      event({ id: 'c', status: 'applied', people: [person({ contact_id: 'sam', full_name: 'Sam Okafor' })] }),
    );
    const { container } = renderApp('/integrations/int');
    await screen.findByText('/data/people: Field required.');
    expect(screen.getByRole('link', { name: 'Sam Okafor' })).toHaveAttribute('href', '/people/sam');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('makes a contact of somebody, or leaves an event out', async () => {
    const sent = recordAnswers();
    const { user } = renderApp('/integrations/int');
    await user.click(await screen.findByRole('button', { name: 'Add Sam Okafor to your people' }));
    await waitFor(() => expect(sent).toEqual([{ event_id: 'evt', action: 'create', place: 0 }]));
    await user.click(screen.getByRole('button', { name: 'Leave out: Sam Okafor' }));
    await waitFor(() => expect(sent[1]).toEqual({ event_id: 'evt', action: 'ignore' }));
  });

  it('takes a suggestion, or asks who it is', async () => {
    const sent = recordAnswers();
    show(event({ people: [person({ likely: [{ contact_id: 'ana', full_name: 'Ana', why: 'the same name' }] })] }));
    const { user } = renderApp('/integrations/int');
    await user.click(await screen.findByRole('button', { name: 'Ana: the same name' }));
    await waitFor(() => expect(sent).toEqual([{ event_id: 'evt', action: 'match', place: 0, contact_id: 'ana' }]));
    await user.click(screen.getByRole('button', { name: 'I know Sam Okafor' }));
    expect(await screen.findByRole('dialog', { name: 'Who is Sam Okafor?' })).toBeInTheDocument();
  });

  it('reads an event anew, and says where that is refused', async () => {
    show(event({ status: 'rejected', people: [], reason: 'This is no JSON.' }));
    server.use(http.post('*/v1/integrations/int/events', () => problem(409, 'It is gone.')));
    const { user } = renderApp('/integrations/int');
    await user.click(await screen.findByRole('button', { name: 'Replay: evt_1' }));
    expect((await screen.findAllByText('It is gone.')).length).toBeGreaterThan(0);
  });

  it('shows only what is chosen', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/v1/integrations/int/events', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('status'));
        return HttpResponse.json(page());
      }),
    );
    const { user } = renderApp('/integrations/int');
    expect(await screen.findByText(/Nothing was told yet/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Not understood' }));
    expect(await screen.findByText('Everything was understood.')).toBeInTheDocument();
    expect(asked).toContain('rejected');
  });

  it('comes in by itself', async () => {
    show();
    renderApp('/integrations/int');
    await screen.findByText(/Nothing was told yet/);
    show(event());
    expect(await screen.findByText('Sam Okafor', {}, { timeout: 10_000 })).toBeInTheDocument();
  });
});
