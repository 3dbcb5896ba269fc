import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { goal } from '@/test/data/log';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';
import { BLANK_GOAL, toGoalDraft, toGoalForm } from './model/goal-form';

describe('Goals', () => {
  it('adds the first one', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/goals', async ({ request }) => {
        sent = await request.json();
        server.use(http.get('*/v1/goals', () => HttpResponse.json(page(goal()))));
        return HttpResponse.json(goal(), { status: 201 });
      }),
    );
    const { user } = renderApp('/goals');
    await user.click(await screen.findByRole('button', { name: 'Add a goal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a goal' });
    await user.type(within(dialog).getByRole('textbox', { name: 'What are you after?' }), 'A product role');
    await user.click(within(dialog).getByRole('radio', { name: 'Urgent' }));
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('heading', { name: 'A product role in climate tech' })).toBeInTheDocument();
    expect(sent).toMatchObject({ title: 'A product role', urgency: 'high', companies: [] });
  });

  it('edits one, removes one and brings it back', async () => {
    const calls: string[] = [];
    server.use(
      http.get('*/v1/goals', () => HttpResponse.json(page(goal()))),
      http.patch('*/v1/goals/goal-1', async ({ request }) => {
        calls.push(`patched ${Object(await request.json()).title}`);
        return HttpResponse.json(goal());
      }),
      http.delete('*/v1/goals/goal-1', () => {
        calls.push('deleted');
        return new HttpResponse(null, { status: 204 });
      }),
      http.post('*/v1/goals', () => {
        calls.push('posted');
        return HttpResponse.json(goal(), { status: 201 });
      }),
    );
    const { user, container } = renderApp('/goals');
    await user.click(await screen.findByRole('button', { name: /^Edit/ }));
    const title = await screen.findByRole('textbox', { name: 'What are you after?' });
    await user.clear(title);
    await user.type(title, 'A seat');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls).toEqual(['patched A seat']));
    await user.click(await screen.findByRole('button', { name: /^Remove/ }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls).toEqual(['patched A seat', 'deleted', 'posted']));
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('goes there and back', () => {
    expect(toGoalForm(goal({ ends_on: null })).ends_on).toBe('');
    expect(toGoalDraft({ ...BLANK_GOAL, companies: 'Northwind, Helio' })).toMatchObject({
      companies: ['Northwind', 'Helio'],
      ends_on: null,
    });
  });
});
