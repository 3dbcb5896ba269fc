import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { attendee, gathering, keynote, roundtable } from '@/test/data/events';
import { page } from '@/test/data/page';
import { recorder, serveEvent, servePlan, talk } from '@/test/event-server';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

beforeEach(serveEvent);

describe('During an event', () => {
  it('takes one tap to have met somebody, and then how it was', async () => {
    const { sent, answer } = recorder();
    const amended = recorder();
    server.use(
      http.post('*/v1/interactions', answer(talk, 201)),
      http.patch('*/v1/interactions/talk-1', amended.answer({ ...talk, signals: ['laughter'], summary: 'Runs too' })),
    );
    const { user, container } = renderApp('/events/ev-1');
    await user.click(await screen.findByRole('button', { name: 'Met Mei Tanaka' }));
    await screen.findByRole('textbox', { name: 'One line (optional)' });
    expect(sent).toMatchObject([
      {
        contact_ids: ['mei'],
        kind: 'event',
        direction: 'mutual',
        event_id: 'ev-1',
        occurred_at: '2026-03-10T09:30:00.000Z',
      },
    ]);
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'One line (optional)' }), 'Runs too');
    await user.click(screen.getByRole('button', { name: /We laughed/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(amended.sent).toEqual([{ signals: ['laughter'], assessed: true, summary: 'Runs too' }]));
    expect(screen.queryByRole('textbox', { name: 'One line (optional)' })).not.toBeInTheDocument();
  });

  it('keeps it where there is no network, and says so', async () => {
    server.use(http.post('*/v1/interactions', () => HttpResponse.error()));
    const { user } = renderApp('/events/ev-1');
    await user.click(await screen.findByRole('button', { name: 'Met Sam Okafor' }));
    await user.click(await screen.findByRole('button', { name: /We laughed/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Will send · We laughed')).toBeInTheDocument();
    const waiting: unknown = JSON.parse(localStorage.getItem('comity-log-waiting') ?? '[]');
    expect(waiting).toMatchObject([{ draft: { eventId: 'ev-1', kind: 'event', signals: ['laughter'] } }]);
  });

  it('takes back that somebody was met, and names where people talk', async () => {
    let gone = 0;
    server.use(
      http.get('*/v1/interactions', () => HttpResponse.json(page(talk))),
      http.delete('*/v1/interactions/talk-1', () => {
        gone += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/events/ev-1?tab=during');
    const where = await screen.findByRole('region', { name: 'Where people talk' });
    expect(within(where).getByText(roundtable.title)).toBeInTheDocument();
    expect(within(where).queryByText(keynote.title)).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'How was it with Mei Tanaka?' }));
    await user.click(await screen.findByRole('button', { name: 'We did not meet' }));
    await waitFor(() => expect(gone).toBe(1));
  });

  it('says when it was refused', async () => {
    server.use(http.post('*/v1/interactions', () => problem(422, 'That is not possible.')));
    const { user } = renderApp('/events/ev-1?tab=during');
    await user.click(await screen.findByRole('button', { name: 'Met Mei Tanaka' }));
    expect((await screen.findAllByText('That is not possible.')).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Met Mei Tanaka' })).toBeInTheDocument();
  });

  it('finds somebody among many', async () => {
    const many = Array.from({ length: 12 }, (_, n) => attendee({ contact_id: `c${n}`, full_name: `Guest ${n}` }));
    server.use(http.get('*/v1/events/ev-1/attendees', () => HttpResponse.json(page(...many))));
    const { user } = renderApp('/events/ev-1?tab=during');
    await user.type(await screen.findByRole('searchbox', { name: 'Find somebody' }), 'guest 11');
    expect(screen.getAllByRole('button', { name: /^Met / })).toHaveLength(1);
  });
});

describe('After an event', () => {
  it('asks where one was, and shows whom to write to', async () => {
    const { sent, answer } = recorder();
    server.use(
      http.get('*/v1/interactions', () => HttpResponse.json(page(talk))),
      http.patch('*/v1/events/ev-1', answer(gathering())),
    );
    servePlan({ phase: 'over' });
    const { user, container } = renderApp('/events/ev-1');
    expect(await screen.findByRole('heading', { name: 'Thank Sam within two days' })).toBeInTheDocument();
    const met = await screen.findByRole('region', { name: 'You also met' });
    expect(within(met).getByRole('link', { name: 'Mei Tanaka' })).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: `I was there: ${roundtable.title}` }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ sessions: [{ attended: true, kind: 'breakout' }, { attended: null }] }]);
  });

  it('puts an answer back that was refused', async () => {
    server.use(http.patch('*/v1/events/ev-1', () => problem(409, 'No.')));
    const { user } = renderApp('/events/ev-1?tab=after');
    const there = await screen.findByRole('button', { name: 'I was there: Keynote' });
    await user.click(there);
    expect((await screen.findAllByText('That did not save. Tap it again.')).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'I was there: Keynote' })).toHaveAttribute('aria-pressed', 'false');
  });
});
