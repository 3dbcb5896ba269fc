import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { balanceWords } from '@/lib/words';
import { accessibilityFaults } from '@/test/axe';
import { interaction, moment, vow } from '@/test/data/log';
import { contact, relationship } from '@/test/data/people';
import { step } from '@/test/data/steps';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { entryTitle } from './model/entry';
import { birthdayWords, factsOf } from './model/facts';
import { byMonth } from './model/months';
import { answersWords, coolingCurve, coolingWords, reliabilityWords } from './model/portrait';
import { byParty } from './model/vows';

describe('A person', () => {
  it('shows who they are, where one stands, what to do and what was promised', async () => {
    const { container } = renderApp('/people/sam');
    expect(await screen.findByRole('heading', { level: 1, name: 'Sam Okafor' })).toHaveFocus();
    expect(screen.getByText('You met: A workshop in Lisbon')).toBeInTheDocument();
    const next = await screen.findByRole('region', { name: 'Next step' });
    expect(within(next).getByText(/Follow up once with Sam/)).toBeInTheDocument();
    expect(within(next).getByText('The most that trust allows with them: an introduction.')).toBeInTheDocument();
    const standing = screen.getByRole('region', { name: 'Where you stand' });
    expect(within(standing).getByRole('list', { name: 'Trust: Rapport' })).toBeInTheDocument();
    expect(within(standing).getByRole('img', { name: /Warmth is 70% today/ })).toBeInTheDocument();
    expect(await screen.findByText('Send the case study')).toBeInTheDocument();
    expect(await screen.findByText('Call, 20 min')).toBeInTheDocument();
    expect(screen.getByText('(guessed)')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('says what it would take to ask for more', async () => {
    let wanted: string | null = null;
    server.use(
      http.get('*/v1/contacts/:id/next-step', ({ request }) => {
        wanted = new URL(request.url).searchParams.get('want');
        const path = [
          { ask_size: 'meeting' as const, allowed: true, text: 'Open now.' },
          { ask_size: 'referral' as const, allowed: false, text: 'Three more exchanges first.' },
        ];
        return HttpResponse.json(step({ path: wanted ? path : [] }));
      }),
    );
    const { user, router } = renderApp('/people/sam');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'I would like to ask for' }), 'a referral');
    expect(await screen.findByText('Three more exchanges first.')).toBeInTheDocument();
    expect(wanted).toBe('referral');
    expect(router.state.location.search).toEqual({ want: 'referral' });
  });

  it.each([
    ['Kept', 'kept'],
    ['Let go', 'released'],
  ])('closes a promise: %s, and takes it back', async (deed, status) => {
    const sent: unknown[] = [];
    server.use(
      http.patch('*/v1/promises/vow-1', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(vow());
      }),
    );
    const { user } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: `${deed}: Send the case study` }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toEqual([{ status }, { status: 'open' }]));
  });

  it('adds a promise', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/promises', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(vow(), { status: 201 });
      }),
    );
    const { user } = renderApp('/people/sam');
    const promises = await screen.findByRole('region', { name: 'Promises' });
    await user.click(within(promises).getByRole('button', { name: 'Add' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a promise' });
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(await within(dialog).findByText('Say what was promised.')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: 'Sam Okafor' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'What was promised' }), 'Send the slides');
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent).toMatchObject({ by: 'them', what: 'Send the slides', contact_id: 'sam' }));
  });

  it('removes somebody with a way back', async () => {
    let restored = false;
    server.use(
      http.delete('*/v1/contacts/sam', () => new HttpResponse(null, { status: 204 })),
      http.post('*/v1/contacts/sam/restore', () => {
        restored = true;
        return HttpResponse.json(contact());
      }),
    );
    const { user, router } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: 'More for Sam Okafor' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(restored).toBe(true));
  });

  it('lets one part fail without the others', async () => {
    server.use(http.get('*/v1/contacts/:id/relationship', () => problem(500, 'Oh.')));
    renderApp('/people/sam');
    expect(await screen.findByText('Oh.')).toBeInTheDocument();
    expect(await screen.findByText(/Follow up once with Sam/)).toBeInTheDocument();
  });

  it('says that somebody is not there', async () => {
    server.use(http.get('*/v1/contacts/:id', () => problem(404, 'No such contact.')));
    renderApp('/people/nobody');
    expect(await screen.findByRole('heading', { name: 'It was removed, or never was yours' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '/');
  });
});

describe('the portrait', () => {
  it('puts numbers into words', () => {
    expect(answersWords(relationship())).toContain('6 in 10');
    expect(balanceWords(-3)).toContain('Give first');
    expect(balanceWords(-1)).toContain('a little more');
    expect(balanceWords(0)).toContain('even');
    expect(balanceWords(2)).toContain('gave more');
    expect(reliabilityWords(null)).toBeNull();
    expect(reliabilityWords(0.5)).toContain('50%');
    expect(coolingWords(0, 14)).toContain('nothing to cool');
  });

  it('halves after one half-life', () => {
    expect(coolingCurve(0.8, 30, 30).at(-1)).toEqual([30, 0.4]);
  });
});

describe('what was and what is known', () => {
  it('titles entries', () => {
    expect(entryTitle(moment())).toBe('Call, 20 min');
    const email = interaction({ kind: 'email', direction: 'inbound', duration_minutes: null, subject: 'Hello' });
    expect(entryTitle(moment({ interaction: email }))).toBe('Email from them: Hello');
    const ask = interaction({ kind: 'message', direction: 'outbound', duration_minutes: null, ask_size: 'short_call' });
    expect(entryTitle(moment({ interaction: ask }))).toBe('Message from you (asked for a 15-minute call)');
    expect(entryTitle(moment({ interaction: null, promise: vow({ by: 'them' }) }))).toBe(
      'They promised: Send the case study',
    );
    expect(entryTitle(moment({ interaction: null, title: 'A fair' }))).toBe('A fair');
  });

  it('cuts the timeline at each turn of a month', () => {
    const months = byMonth([moment(), moment({ at: '2026-03-01T08:00:00Z' }), moment({ at: '2026-02-01T08:00:00Z' })]);
    expect(months.map(({ month, items }) => [month, items.length])).toEqual([
      ['March 2026', 2],
      ['February 2026', 1],
    ]);
  });

  it('puts open promises first, and those due soonest', () => {
    const { mine, theirs } = byParty([
      vow({ id: 'kept', status: 'kept' }),
      vow({ id: 'undated', due_on: null }),
      vow({ id: 'due' }),
      vow({ id: 'theirs', by: 'them' }),
    ]);
    expect(mine.map(({ id }) => id)).toEqual(['due', 'undated', 'kept']);
    expect(theirs.map(({ id }) => id)).toEqual(['theirs']);
  });

  it.each(['--10-16', '1990-10-16'])('says the birthday %s without the year', (birthday) =>
    expect(birthdayWords(birthday)).toBe('16 October'),
  );

  it('leaves out what is not known', () => {
    const names = factsOf(contact({ field: null })).map(({ name }) => name);
    expect(names).toContain('Seniority');
    expect(names).not.toContain('Field');
  });
});
