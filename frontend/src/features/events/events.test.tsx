import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { gathering } from '@/test/data/events';
import { page } from '@/test/data/page';
import { step, todayOf } from '@/test/data/steps';
import { recorder, serveEvent } from '@/test/event-server';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(serveEvent);

describe('Events', () => {
  it('stand by when they are, the next one first', async () => {
    server.use(
      http.get('*/v1/events', () =>
        HttpResponse.json(
          page(
            gathering({ id: 'far', name: 'Far', starts_at: '2026-05-01T09:00:00Z', ends_at: '2026-05-01T09:00:00Z' }),
            gathering({ id: 'near', name: 'Near', starts_at: '2026-04-01T09:00:00Z', ends_at: '2026-04-01T09:00:00Z' }),
            gathering(),
            gathering({ id: 'gone', name: 'Gone', starts_at: '2026-01-01T09:00:00Z', ends_at: '2026-01-01T09:00:00Z' }),
          ),
        ),
      ),
    );
    const { container, user, router } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('ge');
    await waitFor(() => expect(router.state.location.pathname).toBe('/events'));
    const ahead = await screen.findByRole('region', { name: 'Ahead' });
    expect(
      within(ahead)
        .getAllByRole('link')
        .map((link) => link.textContent?.slice(0, 4)),
    ).toEqual(['Near', 'Far1']);
    expect(within(screen.getByRole('region', { name: 'Over' })).getAllByRole('link')).toHaveLength(1);
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/events/ev-1'));
  });

  it('are added by hand', async () => {
    const { sent, answer } = recorder();
    server.use(http.post('*/v1/events', answer(gathering(), 201)));
    const { user, router } = renderApp('/events');
    expect(await screen.findByRole('heading', { name: 'No events yet' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add an event' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add an event' });
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(await within(dialog).findByText('Say what it is called.')).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('What is it called?'), 'Climate meetup');
    await user.type(within(dialog).getByLabelText('Begins'), '2026-03-10T08:00');
    expect(await accessibilityFaults(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/events/ev-1'));
    const begins = new Date('2026-03-10T08:00').toISOString();
    expect(sent).toMatchObject([{ name: 'Climate meetup', starts_at: begins, ends_at: begins, attending: true }]);
  });

  it('say when they do not load', async () => {
    server.use(http.get('*/v1/events', () => problem(500, 'Broken.')));
    renderApp('/events');
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('An event', () => {
  it('can be edited, and removed after a question', async () => {
    const { sent, answer } = recorder();
    let gone = 0;
    server.use(
      http.patch('*/v1/events/ev-1', answer(gathering())),
      http.delete('*/v1/events/ev-1', () => {
        gone += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, router } = renderApp('/events/ev-1');
    await user.click(await screen.findByRole('button', { name: 'More for Climate meetup' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const where = await screen.findByLabelText('Where (optional)');
    await user.clear(where);
    await user.type(where, 'Potsdam');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toMatchObject([{ place: 'Potsdam', starts_at: '2026-03-10T08:00:00.000Z' }]));
    await user.click(await screen.findByRole('button', { name: 'More for Climate meetup' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await user.click(await screen.findByRole('button', { name: 'Remove the event' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/events'));
    expect(gone).toBe(1);
  });

  it('is reached from its step on Today', async () => {
    const evidence = { interaction_id: null, promise_id: null, goal_id: null, follow_up_id: null, fact: null };
    const because = { rule: 'easy-win.event', text: 'Both of you go.', why: '/playbook#x' };
    const reasons = [{ ...because, evidence: [{ ...evidence, event_id: 'ev-1', occurred_at: null }] }];
    server.use(
      http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(step({ action: 'event_before', reasons })))),
    );
    renderApp('/');
    expect(await screen.findByRole('link', { name: 'Open the event' })).toHaveAttribute('href', '/events/ev-1');
  });
});
