import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { brief } from '@/test/data/events';
import { interaction, moment } from '@/test/data/log';
import { page } from '@/test/data/page';
import { step, todayOf } from '@/test/data/steps';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { withOutcome } from './model/outcomes';

const talk = interaction({ goals: ['Learn of the team', 'Hear of the new team'], goal_outcomes: ['reached'] });

beforeEach(() => {
  server.use(
    http.get('*/v1/contacts/sam/brief', () => HttpResponse.json(brief())),
    http.get('*/v1/interactions/int-1', () => HttpResponse.json(talk)),
  );
});

describe('The brief', () => {
  it('is one page with goals, questions, and both endings', async () => {
    const { container } = renderApp('/people/sam/brief');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Before you talk with Sam Okafor' }),
    ).toBeInTheDocument();
    expect(within(screen.getByRole('region', { name: 'Goals' })).getByText('Learn how they hire')).toBeInTheDocument();
    expect(screen.getByText('What brought you to Northwind?')).toBeInTheDocument();
    const endings = screen.getByRole('region', { name: 'How to end' });
    expect(within(endings).getByText('Ask whom else to talk with.')).toBeInTheDocument();
    expect(within(endings).getByText('Thank them and leave it there.')).toBeInTheDocument();
    await screen.findByRole('region', { name: /What became of it/ });
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('takes at most two goals for the talk', async () => {
    let sent: unknown;
    server.use(
      http.patch('*/v1/interactions/int-ahead', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(interaction({ id: 'int-ahead' }));
      }),
    );
    const { user } = renderApp('/people/sam/brief');
    await user.click(await screen.findByRole('button', { name: 'Change the goals' }));
    await user.type(await screen.findByLabelText('Second goal (optional)'), 'Ask about Lisbon');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual({ goals: ['Learn how they hire', 'Ask about Lisbon'] }));
  });

  it('asks what became of each goal', async () => {
    let sent: unknown;
    let saved = talk;
    server.use(
      http.get('*/v1/interactions/int-1', () => HttpResponse.json(saved)),
      http.patch('*/v1/interactions/int-1', async ({ request }) => {
        sent = await request.json();
        saved = { ...talk, goal_outcomes: ['reached', 'left'] };
        return HttpResponse.json(saved);
      }),
    );
    const { user } = renderApp('/people/sam/brief');
    const goal = await screen.findByRole('group', { name: 'Hear of the new team' });
    await user.click(within(goal).getByRole('radio', { name: 'Left for next time' }));
    await waitFor(() => expect(sent).toEqual({ goal_outcomes: ['reached', 'left'] }));
    await waitFor(() => expect(within(goal).getByRole('radio', { name: 'Left for next time' })).toBeChecked());
  });

  it('says when an outcome did not save', async () => {
    server.use(http.patch('*/v1/interactions/int-1', () => problem(409, 'No.')));
    const { user } = renderApp('/people/sam/brief');
    const goal = await screen.findByRole('group', { name: 'Hear of the new team' });
    await user.click(within(goal).getByRole('radio', { name: 'Dropped' }));
    expect((await screen.findAllByText('That did not save. Tap it again.')).length).toBeGreaterThan(0);
    expect(within(goal).getByRole('radio', { name: 'Dropped' })).not.toBeChecked();
  });

  it('works where nothing is planned', async () => {
    server.use(
      http.get('*/v1/contacts/sam/brief', () => HttpResponse.json(brief({ planned: null, goals: [], left_open: [] }))),
    );
    renderApp('/people/sam/brief');
    expect(await screen.findByText('No talk is planned. This is for one of 20 minutes.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Set a goal' })).not.toBeInTheDocument();
  });
});

describe('The way to the brief', () => {
  it('leads from a step', async () => {
    server.use(http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(step({ action: 'prepare_meeting' })))));
    renderApp('/');
    expect(await screen.findByRole('link', { name: 'Open the brief' })).toHaveAttribute('href', '/people/sam/brief');
  });

  it('leads from a planned conversation, and from no past one', async () => {
    const ahead = moment({ id: 'ahead', at: '2026-03-11T09:00:00Z' });
    server.use(http.get('*/v1/contacts/:id/timeline', () => HttpResponse.json(page(ahead, moment()))));
    renderApp('/people/sam');
    expect(await screen.findAllByRole('link', { name: 'Open the brief' })).toHaveLength(1);
  });
});

describe('withOutcome', () => {
  it('keeps the others, and says null where nobody said', () => {
    expect(withOutcome({ goals: ['a', 'b'], goal_outcomes: [] }, 1, 'left')).toEqual([null, 'left']);
    expect(withOutcome({ goals: ['a', 'b'], goal_outcomes: ['partly', 'left'] }, 1, 'reached')).toEqual([
      'partly',
      'reached',
    ]);
  });
});
