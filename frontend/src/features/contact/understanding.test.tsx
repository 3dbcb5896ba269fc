import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { commonality, tieSuggestion } from '@/test/data/introductions';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

describe('The timing of a person', () => {
  it('is a calendar that names what holds back on each day', async () => {
    const { container } = renderApp('/people/sam');
    const part = await screen.findByRole('region', { name: 'When to write' });
    const calendar = await within(part).findByRole('table', { name: 'The next weeks, day by day' });
    expect(within(calendar).getByRole('cell', { name: 'Tue 10 Mar: suits' })).toBeInTheDocument();
    expect(
      within(calendar).getByRole('cell', { name: 'Fri 13 Mar: asks wait, the closing of the quarter' }),
    ).toBeInTheDocument();
    const holding = within(part).getByRole('list', { name: 'What holds back' });
    expect(within(holding).getByText('Their busy season')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('What one has in common with a person', () => {
  it('stands with how rare it is, and a sentence to open with', async () => {
    const items = [commonality(), commonality({ name: 'Lund', text: 'You both were in Lund.', rarity: 0.2 })];
    const opener = 'I hear that you row: where?';
    server.use(
      http.get('*/v1/contacts/:id/commonalities', () =>
        HttpResponse.json({ ...page(...items), opener, contacts: 120 }),
      ),
    );
    const { user } = renderApp('/people/sam');
    const part = await screen.findByRole('region', { name: 'In common' });
    expect(await within(part).findByText('You and Sam both row.')).toBeInTheDocument();
    expect(within(part).getByRole('img', { name: 'Rarity 90% among your 120 people' })).toBeInTheDocument();
    expect(within(part).getByText('common')).toBeInTheDocument();
    await user.click(within(part).getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe(opener);
  });
});

describe('Who may know a person', () => {
  it('becomes a tie by one tap, and is none again by another', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get('*/v1/ties/suggestions', () => HttpResponse.json(page(tieSuggestion()))),
      http.post('*/v1/ties', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ id: 'tie-1' }, { status: 201 });
      }),
      http.delete('*/v1/ties/tie-1', () => {
        sent.push('removed');
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, container } = renderApp('/people/sam');
    const part = await screen.findByRole('region', { name: 'Who they may know' });
    expect(within(part).getByText('Both work at Northwind now.')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(within(part).getByRole('button', { name: 'They know each other: Mei Tanaka' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent).toEqual([
        { from_contact_id: 'mei', to_contact_id: 'sam', kind: 'colleague', strength: 0.5 },
        'removed',
      ]),
    );
  });

  it('is not suggested again after a no, until that is taken back', async () => {
    let denied = false;
    const sent: unknown[] = [];
    server.use(
      http.get('*/v1/ties/suggestions', () => HttpResponse.json(denied ? page() : page(tieSuggestion()))),
      http.post('*/v1/ties/suggestions/:verb', async ({ request, params }) => {
        denied = params.verb === 'dismiss';
        sent.push([params.verb, await request.json()]);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: 'They do not know each other: Mei Tanaka' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Who they may know' })).not.toBeInTheDocument());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'They do not know each other: Mei Tanaka' });
    const pair = { from_contact_id: 'mei', to_contact_id: 'sam' };
    expect(sent).toEqual([
      ['dismiss', pair],
      ['reopen', pair],
    ]);
  });
});
