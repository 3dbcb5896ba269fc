import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { deliveriesOf, delivery, webhookHandlers } from '@/test/data/webhooks';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(() => server.use(...webhookHandlers()));

describe('The deliveries', () => {
  it('tell how each went, and when it goes on, without an accessibility fault', async () => {
    server.use(
      deliveriesOf(
        delivery({ id: 'a' }),
        delivery({ id: 'b', status: 'delivered', tries: 1, answered: 204, next_try_at: null }),
        delivery({ id: 'c', status: 'parked', tries: 10, answered: null, next_try_at: null, fault: 'It was cut off.' }),
        delivery({ id: 'd', event_type: 'webhook.test', tries: 0, next_try_at: null }),
      ),
    );
    const { container } = renderApp('/webhooks/hook');
    expect(await screen.findByText(/^2 tries, answered 503, next 12 Mar, \d\d:\d\d$/)).toBeInTheDocument();
    expect(screen.getByText('1 try, answered 204')).toBeInTheDocument();
    expect(screen.getByText('10 tries')).toBeInTheDocument();
    expect(screen.getByText('It was cut off.')).toBeInTheDocument();
    expect(screen.getByText('not tried yet')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('can be sent again while the body is there, and say where that is refused', async () => {
    const sent: unknown[] = [];
    server.use(
      deliveriesOf(delivery({ id: 'kept' }), delivery({ id: 'old', can_be_replayed: false })),
      http.post('*/v1/webhooks/hook/deliveries/:id/replay', ({ params }) => {
        sent.push(params.id);
        return sent.length === 1 ? HttpResponse.json(delivery()) : problem(409, 'Its body is gone, seven days after.');
      }),
    );
    const { user } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: /^Replay: Follow-up due/ }));
    expect((await screen.findAllByText('It is sent again.')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: /^Replay/ }));
    expect((await screen.findAllByText(/Its body is gone/)).length).toBeGreaterThan(0);
    expect(sent).toEqual(['kept', 'kept']);
  });

  it('show the body, and what each try was answered', async () => {
    server.use(
      http.get('*/v1/webhooks/hook/deliveries/del', () =>
        HttpResponse.json({
          ...delivery(),
          body: { type: 'follow_up.due' },
          attempts: [
            { began_at: '2026-03-10T09:00:05Z', milliseconds: 12, answered: 503, fault: '', answer: 'Come back later' },
            { began_at: '2026-03-10T09:00:00Z', milliseconds: null, answered: null, fault: 'No answer.', answer: '' },
          ],
        }),
      ),
    );
    const { user, container } = renderApp('/webhooks/hook');
    await user.click(await screen.findByRole('button', { name: /^Body and tries/ }));
    expect(await screen.findByText('Come back later')).toBeInTheDocument();
    expect(screen.getByText(/answered 503, 12 ms/)).toBeInTheDocument();
    expect(screen.getByText('No answer.')).toBeInTheDocument();
    expect(screen.getByText(/"type": "follow_up.due"/)).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('are shown by what became of them', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/v1/webhooks/hook/deliveries', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('status'));
        return HttpResponse.json(page());
      }),
    );
    const { user } = renderApp('/webhooks/hook');
    expect(await screen.findByText(/It was told nothing yet/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Parked' }));
    expect(await screen.findByText('Nothing is parked.')).toBeInTheDocument();
    expect(asked).toContain('parked');
  });
});
