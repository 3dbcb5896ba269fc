import { screen, waitFor, within } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Insights } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { habit, habitEvidence, insights, rate, ruleRecord, untold } from '@/test/data/insights';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const answer = (found: Insights) => server.use(http.get('*/v1/insights', () => HttpResponse.json(found)));

const rowOf = async (title: string): Promise<HTMLElement> => {
  const heading = await screen.findByRole('heading', { level: 3, name: title });
  const row = heading.closest('li');
  if (!row) throw new Error(`${title} stands in no row`);
  return row;
};

describe('Insights', () => {
  it('opens with the eight, the one with most to gain first', async () => {
    const { container } = renderApp('/insights');
    const eight = await screen.findByRole('region', { name: /^Eight habits/ });
    const titles = within(eight).getAllByRole('heading', { level: 3 });
    expect(titles).toHaveLength(8);
    expect(titles[0]).toHaveTextContent('Meetings as one-offs');
    expect(within(eight).getAllByText('Most to gain')).toHaveLength(1);
    const first = await rowOf('Meetings as one-offs');
    expect(first).toHaveTextContent('6 conversations without a thank-you, of 20 conversations. 30%, likely 20–40%.');
    expect(first).toHaveTextContent('Less often now: 1 of 10 in the last 3 months, 5 of 10 in the 3 before.');
    expect(first).toHaveTextContent('Try next: Thank them within 48 hours of the next conversation.');
    expect(await rowOf('Being robotic')).toHaveTextContent('When it comes up: Look which rung is open.');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('leads from the evidence to the timeline', async () => {
    const { user, router } = renderApp('/insights');
    const row = await rowOf('Meetings as one-offs');
    await user.click(within(row).getByText(/^See the latest 1 of 6/));
    await user.click(within(row).getByRole('link', { name: /You spoke with Sam/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/sam'));
    expect(router.state.location.search).toEqual({ view: 'timeline' });
  });

  it('makes no link of evidence that concerns nobody', async () => {
    const text = 'Nobody was known at the fair.';
    answer(insights({ mistakes: [habit({ evidence: [habitEvidence({ contact: null, text })] })] }));
    renderApp('/insights');
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: text })).not.toBeInTheDocument();
  });

  it('opens and closes the evidence by keyboard', async () => {
    const { user } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('gn');
    const row = await rowOf('Meetings as one-offs');
    await user.keyboard('j');
    expect(row).toHaveFocus();
    const evidence = within(row).getByRole('group');
    await user.keyboard('{Enter}');
    expect(evidence).toHaveAttribute('open');
    await user.keyboard('{Enter}');
    expect(evidence).not.toHaveAttribute('open');
  });

  it('shows each chart as a table as well', async () => {
    const { user, container } = renderApp('/insights');
    await screen.findByRole('region', { name: 'Your network' });
    const columns = screen.getByRole('figure', { name: /are acquainted or closer/ });
    expect(columns).toHaveTextContent('1010 Mar Ally 0, Trusted 1, Rapport 4, Acquainted 5');
    for (const button of screen.getAllByRole('button', { name: 'Show as table' })) await user.click(button);
    expect(screen.queryByRole('button', { name: 'Show as table' })).not.toBeInTheDocument();
    const stages = screen.getByRole('table', { name: '10 people are acquainted or closer, 3 more than on 8 Feb' });
    expect(within(stages).getByRole('row', { name: '10 Mar 10 5 4 1 0' })).toBeInTheDocument();
    const cooling = screen.getByRole('table', { name: 'Sam Okafor is cooling most' });
    expect(within(cooling).getByRole('row', { name: 'Sam Okafor Rapport 70% 20% 1 Dec 2025' })).toBeInTheDocument();
    const advice = screen.getByRole('table', { name: '9 of 10 settled next steps were done' });
    const followUp = 'One follow-up after silence 12 9 of 10 4 of 9 40% 1 of 9';
    expect(within(advice).getByRole('row', { name: followUp })).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: 'Show as chart' })[0] as HTMLElement);
    expect(screen.getByRole('button', { name: 'Show as table' })).toBeInTheDocument();
  });

  it('compares replies by what is chosen, and keeps that in the address', async () => {
    const { user, router } = renderApp('/insights?by=nonsense');
    await screen.findByText('87% of 54 messages got a reply within a week. Half of the replies came within 2 days.');
    expect(screen.getByRole('radio', { name: 'Channel' })).toBeChecked();
    screen.getByRole('figure', { name: 'Answered most: Email, 93%. Answered least: LinkedIn, 60%' });
    await user.click(screen.getByRole('radio', { name: 'Weekday' }));
    const weekdays = await screen.findByRole('figure', { name: 'No sure difference by weekday so far' });
    expect(weekdays).toHaveTextContent('The weekday is theirs.');
    expect(router.state.location.search).toEqual({ by: 'weekday' });
    await user.click(screen.getByRole('radio', { name: 'Ask' }));
    const asks = await screen.findByRole('figure', { name: 'Too few messages yet to compare by ask' });
    expect(asks).toHaveTextContent('A 15-minute call1 of 2, too few to tell');
  });

  it('says when all the numbers are small, and when they are a part', async () => {
    const few = habit({ count: 1, opportunities: 3, rate: rate(1, 3), too_few: true });
    answer(insights({ mistakes: [few], complete: false }));
    renderApp('/insights');
    expect(await screen.findByText('The numbers are still small. From 8 of a kind on, a habit shows.')).toBeVisible();
    expect(screen.getByText(/These counts are a part of the whole/)).toBeInTheDocument();
    expect(await rowOf(few.title)).toHaveTextContent('Too few to tell: it takes 8.');
    expect(screen.queryByText('Most to gain')).not.toBeInTheDocument();
  });

  it('draws no empty bars for rules whose steps are all open', async () => {
    const open = ruleRecord({ done: rate(0, 0), answered: rate(0, 0) });
    answer(insights({ rules: [open] }));
    renderApp('/insights');
    const advice = await screen.findByRole('figure', { name: 'The steps shown so far are still open' });
    expect(within(advice).queryByRole('listitem')).toBeNull();
    expect(advice).toHaveTextContent('Each rule gets its bar once a step of it was done');
  });

  it('says what to do first where nobody is known', async () => {
    answer(untold(0));
    const { container } = renderApp('/insights');
    await screen.findByRole('heading', { level: 2, name: 'Insights begin with people' });
    expect(screen.getByRole('link', { name: 'Add a person' })).toHaveAttribute('href', '/people/new');
    expect(screen.getByRole('link', { name: 'Import people' })).toHaveAttribute('href', '/import');
    expect(screen.queryByRole('region', { name: 'Your network' })).not.toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('says what to do first where nothing was noted', async () => {
    answer(untold(12));
    renderApp('/insights');
    const heading = await screen.findByRole('heading', { level: 2, name: 'Nothing is noted since 11 Sept 2025' });
    const first = heading.parentElement as HTMLElement;
    expect(within(first).getByRole('link', { name: 'Log an interaction' })).toHaveAttribute('href', '/log');
    expect(screen.getByRole('figure', { name: 'No exchange yet with 12 people' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Replies' })).not.toBeInTheDocument();
  });

  it('keeps its place while it loads, and offers to try again', async () => {
    server.use(
      http.get('*/v1/insights', async () => {
        await delay(1200);
        return problem(500, 'Something broke.');
      }),
    );
    const { user } = renderApp('/insights');
    expect(await screen.findByText('Reading your log.')).toBeInTheDocument();
    const again = await screen.findByRole('button', { name: 'Try again' });
    answer(insights());
    await user.click(again);
    expect(await screen.findByRole('heading', { name: 'Meetings as one-offs' })).toBeInTheDocument();
  });
});
