import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { followUp } from '@/test/data/log';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const serve = (...items: ReturnType<typeof followUp>[]) =>
  server.use(http.get('*/v1/follow-ups', () => HttpResponse.json(page(...items))));

describe('Follow-ups', () => {
  it('stand by when they are due', async () => {
    serve(followUp(), followUp({ id: 'late', due_at: '2026-03-01T09:00:00Z' }));
    const { container } = renderApp('/follow-ups');
    expect(await screen.findByRole('region', { name: 'Overdue' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Today' })).toBeInTheDocument();
    expect(screen.getByText('2 follow-ups ahead.')).toBeInTheDocument();
    expect(await screen.findAllByRole('link', { name: 'Sam Okafor' })).toHaveLength(2);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('say why they are there, and how they come round', async () => {
    serve(
      followUp({ origin: 'silence.follow-up-once', moved_by: 'timing.holiday' }),
      followUp({ id: 'round', recurrence: { every: 3, unit: 'week', anchor: 'last_contact' } }),
    );
    renderApp('/follow-ups');
    expect(
      await screen.findByText(/If no answer has come by then · Moved to their next working day/),
    ).toBeInTheDocument();
    expect(screen.getByText(/every 3 weeks after your last contact/)).toBeInTheDocument();
  });

  it('can be done and taken back', async () => {
    const asked = listening();
    serve(followUp());
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Done: Sam Okafor' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toEqual(['complete', 'reopen']));
  });

  it('are snoozed, and come back when the server refuses', async () => {
    serve(followUp());
    server.use(http.post('*/v1/follow-ups/fu-1/snooze', () => problem(409, 'No.')));
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Snooze the follow-up with Sam Okafor' }));
    await user.click(await screen.findByRole('menuitem', { name: /In a month/ }));
    expect((await screen.findAllByText(/That did not save/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('region', { name: 'Today' })).toBeInTheDocument();
  });

  it('are snoozed to a day in words, read as one types', async () => {
    const asked = listening();
    serve(followUp());
    reading();
    const { user, container } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Snooze the follow-up with Sam Okafor' }));
    await user.click(await screen.findByRole('menuitem', { name: /Another day/ }));
    await user.type(await screen.findByLabelText('Until'), 'gibberish');
    expect(await screen.findByText('No date was found in it.')).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Until'));
    await user.type(screen.getByLabelText('Until'), 'next Sunday');
    expect(await screen.findByText(/Sunday, 22 March 2026 at 09:00/)).toHaveTextContent(
      'Moved to their next working day: 23 Mar, 09:00.',
    );
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    await waitFor(() => expect(asked).toContainEqual({ path: 'snooze', body: { until: 'next Sunday' } }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked).toContainEqual({ path: 'fu-1', body: { due_at: '2026-03-10T09:00:00Z' } }));
  });

  it('are added for somebody, in words, and come round', async () => {
    let sent: unknown;
    reading();
    server.use(
      http.post('*/v1/follow-ups', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(followUp(), { status: 201 });
      }),
    );
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Add a follow-up' }));
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Choose a person.')).toBeInTheDocument();
    await user.type(await screen.findByRole('combobox', { name: 'Who' }), 'sam');
    await user.click(await screen.findByRole('option', { name: /Sam Okafor/ }));
    await user.selectOptions(screen.getByLabelText('Repeat'), 'Every month');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(sent).toMatchObject({
        contact_id: 'sam',
        due: 'in a week',
        recurrence: { every: 1, unit: 'month', anchor: 'date' },
      }),
    );
  });

  it('wait while one is away, all at once and back again', async () => {
    const asked: string[] = [];
    serve(followUp());
    reading();
    const shift = { id: 'shift-1', away: { from: '2026-03-10', until: '2026-03-14', why: '' }, moved: [] };
    server.use(
      http.post('*/v1/follow-ups/shift', async ({ request }) => {
        asked.push(JSON.stringify(await request.json()));
        return HttpResponse.json(shift, { status: 201 });
      }),
      http.post('*/v1/follow-ups/shift/shift-1/undo', () => {
        asked.push('undo');
        return HttpResponse.json(shift);
      }),
    );
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'I am away…' }));
    await user.type(await screen.findByLabelText('Until and with'), 'the 14th');
    await user.click(screen.getByRole('button', { name: 'Move my follow-ups' }));
    expect((await screen.findAllByText(/Away until 14 Mar: nothing was due meanwhile/)).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked).toEqual(['{"from":"2026-03-10","until":"the 14th","why":""}', 'undo']));
  });

  it('wait behind every time away that is listed, and it can be called off and taken up again', async () => {
    serve();
    const asked: unknown[] = [];
    const near = { id: 'near', away: { from: '2026-03-09', until: '2026-03-14', why: '' }, moved: 2 };
    const crete = { id: 'crete', away: { from: '2026-06-01', until: '2026-06-14', why: 'Crete' }, moved: 0 };
    server.use(
      http.get('*/v1/follow-ups/shift', () => HttpResponse.json(page(near, crete))),
      http.post('*/v1/follow-ups/shift', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ ...crete, moved: [] }, { status: 201 });
      }),
      http.post('*/v1/follow-ups/shift/:id/undo', ({ params }) => {
        asked.push(params.id);
        return HttpResponse.json({ ...crete, moved: [] });
      }),
    );
    const { user, container } = renderApp('/follow-ups');
    const away = within(await screen.findByRole('region', { name: 'Time away' }));
    expect(away.getByText('Away until 14 Mar')).toBeInTheDocument();
    expect(away.getByText('2 follow-ups moved behind it.')).toBeInTheDocument();
    expect(away.getByText('Away from 1 Jun until 14 Jun: Crete')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(away.getByRole('button', { name: 'Call off: Away from 1 Jun until 14 Jun' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked).toEqual(['crete', crete.away]));
  });

  it('stand on the page of a person', async () => {
    serve(followUp());
    renderApp('/people/sam');
    const section = await screen.findByRole('region', { name: 'Follow-ups' });
    expect(await within(section).findByText('Follow up: the case study')).toBeInTheDocument();
  });
});

/** Hears what is done with the one follow-up. */
function listening() {
  const asked: { path: string; body: unknown }[] = [];
  const hear = async ({ request }: { request: Request }) => {
    const path = new URL(request.url).pathname.split('/').at(-1) ?? '';
    asked.push({ path, body: await request.json().catch(() => null) });
    return HttpResponse.json(path === 'fu-1' || path === 'snooze' ? followUp() : closed);
  };
  server.use(http.post('*/v1/follow-ups/fu-1/:deed', hear), http.patch('*/v1/follow-ups/fu-1', hear));
  return asked;
}

const closed = { follow_up: followUp({ status: 'done' }), next: null, effects: [] };

/** Reads dates as the server does, for one of them. */
function reading() {
  server.use(
    http.post('*/v1/follow-ups/read-date', async ({ request }) => {
      const { text } = Object(await request.json()) as { text: string };
      if (text !== 'next Sunday') {
        return problem(422, 'No.', [{ pointer: '/text', detail: 'No date was found in it.' }]);
      }
      return HttpResponse.json({
        text,
        understood: 'Sunday, 22 March 2026 at 09:00 (Europe/London)',
        wanted_at: '2026-03-22T09:00:00Z',
        due_at: '2026-03-23T09:00:00Z',
        moved_by: 'timing.holiday',
        moves: [],
        first: '2026-03-22',
        last: '2026-03-22',
        timezone: 'Europe/London',
      });
    }),
  );
}
