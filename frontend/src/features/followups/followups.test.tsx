import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { followUp } from '@/test/data/log';
import { page } from '@/test/data/page';
import { NOW } from '@/test/now';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { agenda, partOf } from './model/agenda';
import { changed } from './model/changed';

const serve = (...items: ReturnType<typeof followUp>[]) =>
  server.use(http.get('*/v1/follow-ups', () => HttpResponse.json(page(...items))));

describe('Follow-ups', () => {
  it('stand by when they are due', async () => {
    serve(
      followUp(),
      followUp({ id: 'late', due_at: '2026-03-01T09:00:00Z' }),
      followUp({ id: 'shut', status: 'done' }),
    );
    const { container } = renderApp('/follow-ups');
    expect(await screen.findByRole('region', { name: 'Overdue' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Today' })).toBeInTheDocument();
    expect(screen.getByText('2 follow-ups ahead.')).toBeInTheDocument();
    expect(await screen.findAllByRole('link', { name: 'Sam Okafor' })).toHaveLength(2);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('can be done and taken back', async () => {
    const sent: unknown[] = [];
    serve(followUp());
    server.use(
      http.patch('*/v1/follow-ups/fu-1', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(followUp());
      }),
    );
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Done: Sam Okafor' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toEqual([{ status: 'done' }, { status: 'open', due_at: '2026-03-10T09:00:00Z' }]));
  });

  it('move, and come back when the server refuses', async () => {
    serve(followUp());
    server.use(http.patch('*/v1/follow-ups/fu-1', () => problem(409, 'No.')));
    const { user } = renderApp('/follow-ups');
    await user.click(await screen.findByRole('button', { name: 'Move the follow-up with Sam Okafor' }));
    await user.click(await screen.findByRole('menuitem', { name: /In a month/ }));
    expect((await screen.findAllByText(/That did not save/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('region', { name: 'Today' })).toBeInTheDocument();
  });

  it('are added for somebody', async () => {
    let sent: unknown;
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
    await user.type(screen.getByRole('combobox', { name: 'Who' }), 'sam');
    await user.click(await screen.findByRole('option', { name: /Sam Okafor/ }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent).toMatchObject({ contact_id: 'sam', action: 'follow_up', note: '' }));
  });
});

describe('the agenda', () => {
  it.each([
    ['2026-03-09T23:00:00', 'Overdue'],
    ['2026-03-10T23:00:00', 'Today'],
    ['2026-03-17T01:00:00', 'This week'],
    ['2026-03-18T01:00:00', 'Later'],
  ])('%s is %s', (due, part) => expect(partOf(new Date(due), NOW)).toBe(part));

  it('leaves out empty parts', () => {
    expect(agenda([followUp()], NOW).map(({ part }) => part)).toEqual(['Today']);
  });

  it('foresees a change', () => {
    const all = [followUp(), followUp({ id: 'other' })];
    expect(changed(all, { id: 'fu-1', status: 'done' }).map(({ id }) => id)).toEqual(['other']);
    expect(changed(all, { id: 'fu-1', due_at: '2026-04-01T00:00:00Z' })[0]?.due_at).toBe('2026-04-01T00:00:00Z');
  });
});
