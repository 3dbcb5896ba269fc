import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { step, todayOf } from '@/test/data/steps';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const mei = step({
  id: 'step-mei',
  headline: 'Thank Mei for the introduction',
  action: 'thank',
  obligation: true,
  contact: { id: 'mei', full_name: 'Mei Tanaka', company: null, title: null, trust_stage: 'trusted' },
});

const deed = {
  id: 'step-sam',
  contact_id: 'sam',
  action: 'follow_up',
  headline: step().headline,
  decided_at: '2026-03-10T09:30:00Z',
};

const serveToday = (...steps: ReturnType<typeof step>[]) =>
  server.use(http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(...steps))));

import { snoozeChoices } from './model/snooze';

describe('Today', () => {
  it('shows the act, whom it is for, why, what not to do yet, the window and the chance of a reply', async () => {
    const { container } = renderApp('/');
    const card = await screen.findByRole('article', { name: /Follow up once with Sam/ });
    expect(within(card).getByRole('link', { name: 'Sam Okafor' })).toBeInTheDocument();
    expect(within(card).getByText(/Nine days without an answer/)).toBeInTheDocument();
    expect(within(card).getByText(/If this stays unanswered/)).toBeInTheDocument();
    expect(within(card).getByText(/Open now, closes Friday/)).toBeInTheDocument();
    expect(within(card).getByText('34% chance of a reply')).toBeInTheDocument();
    expect(screen.getByText('1 next step, about 4 minutes.')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('leads from what not to do yet to the rule that says so', async () => {
    const { user } = renderApp('/');
    const caution = await screen.findByText(/If this stays unanswered/);
    await user.click(caution);
    const [why] = step().cautions.map((one) => one.why);
    const rule = within(caution.closest('details') as HTMLElement).getByRole('link', { name: 'The rule behind it' });
    expect(rule).toHaveAttribute('href', why);
  });

  it('offers three doors to an account without people', async () => {
    serveToday();
    server.use(http.get('*/v1/contacts', () => HttpResponse.json(page())));
    renderApp('/');
    expect(await screen.findByRole('button', { name: /Explore a sample network/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Your LinkedIn export/ })).toHaveAttribute('href', '/import');
    expect(screen.getByRole('link', { name: /Start with the one/ })).toHaveAttribute('href', '/people/new');
  });

  it('says that one is caught up', async () => {
    serveToday();
    renderApp('/');
    expect(await screen.findByRole('heading', { name: 'You are caught up' })).toBeInTheDocument();
  });

  it('offers to try again when the list does not come', async () => {
    server.use(http.get('*/v1/next-steps', () => problem(503, 'The database rests.')));
    const { user } = renderApp('/');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText('The database rests.')).toBeInTheDocument();
    serveToday(step());
    await user.click(again);
    expect(await screen.findByRole('article', { name: /Follow up once/ })).toBeInTheDocument();
  });

  it('takes a step off by keyboard, and brings it back with z', async () => {
    let isDone = false;
    server.use(
      http.get('*/v1/next-steps', () =>
        HttpResponse.json(isDone ? { ...todayOf(mei), done: [deed] } : todayOf(step(), mei)),
      ),
      http.post('*/v1/next-steps/:id/done', () => {
        isDone = true;
        return HttpResponse.json({});
      }),
      http.post('*/v1/next-steps/:id/reopen', () => {
        isDone = false;
        return HttpResponse.json({});
      }),
    );
    const { user } = renderApp('/');
    await screen.findByRole('article', { name: /Thank Mei/ });
    await user.keyboard('jje');
    await waitFor(() => expect(screen.queryByRole('article', { name: /Follow up once/ })).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('article', { name: /Thank Mei/ })).toHaveFocus());
    expect(screen.getByText('1 done today')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
    await user.keyboard('z');
    expect(await screen.findByRole('article', { name: /Follow up once/ })).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
    await waitFor(() => expect(screen.queryByText('1 done today')).not.toBeInTheDocument());
  });

  it('puts the step back when the server refuses', async () => {
    server.use(http.post('*/v1/next-steps/:id/done', () => problem(409, 'No.')));
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect((await screen.findAllByText(/That did not save. It is back on your list./)).length).toBeGreaterThan(0);
    expect(screen.getByRole('article', { name: /Follow up once/ })).toBeInTheDocument();
  });

  it('snoozes until a day that was chosen', async () => {
    let until: unknown;
    server.use(
      http.post('*/v1/next-steps/:id/snooze', async ({ request }) => {
        until = Object(await request.json()).until;
        return HttpResponse.json({});
      }),
    );
    const { user } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('s');
    const monday = await screen.findByRole('button', { name: /Next Monday/ });
    const offered = within(screen.getByRole('dialog')).getAllByRole('button');
    // It is Tuesday.
    expect(offered.slice(0, 4).map(({ textContent }) => textContent)).toEqual([
      'Tomorrow11 Mar',
      'In three days13 Mar',
      'Next Monday16 Mar',
      'In a month9 Apr',
    ]);
    await user.click(monday);
    await waitFor(() => expect(String(until)).toMatch(/^2026-03-16/));
  });

  it('dismisses with a reason, if one is given', async () => {
    let reason: unknown;
    server.use(
      http.post('*/v1/next-steps/:id/dismiss', async ({ request }) => {
        reason = Object(await request.json()).reason;
        return HttpResponse.json({});
      }),
    );
    const { user } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('x');
    await user.click(await screen.findByRole('button', { name: 'Wrong moment' }));
    await waitFor(() => expect(reason).toBe('Wrong moment'));
  });
});

it('offers the nearest day first, whatever day it is', () => {
  const saturday = new Date(2026, 2, 14, 12);
  expect(snoozeChoices(saturday).map(({ label }) => label)).toEqual([
    'Tomorrow',
    'Next Monday',
    'In three days',
    'In a month',
  ]);
});
