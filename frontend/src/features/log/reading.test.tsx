import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Reading } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { interaction, reading, vow } from '@/test/data/log';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { freshDraft, toInteraction, toVows } from './model/draft';
import { fitting, readHere } from './model/suggestions';

const NOTE = '👋 Coffee with Sam for 45 min. He laughed. I will send him the deck on Friday. We both row.';

/** Where words stand in the note, as the server counts: in code points. */
function shown(quote: string) {
  const start = [...NOTE.slice(0, NOTE.indexOf(quote))].length;
  return { start, end: start + [...quote].length, quote };
}

const FOUND: Reading = reading({
  kind: { ...shown('Coffee with'), kind: 'meeting', direction: 'mutual' },
  duration: { ...shown('45 min'), minutes: 45 },
  signals: [
    { ...shown('laughed'), signal: 'laughter' },
    { ...shown('We both row'), signal: 'commonality_found' },
  ],
  promises: [
    {
      ...shown('I will send him the deck on Friday'),
      by: 'me',
      what: 'send him the deck',
      due_on: '2026-03-13',
      due: shown('on Friday'),
    },
  ],
  asks: [
    { ...shown('row'), by: 'me', ask_size: 'question', what: 'a' },
    { ...shown('row'), by: 'me', ask_size: 'referral', what: 'b' },
    { ...shown('row'), by: 'them', ask_size: 'sponsorship', what: 'c' },
  ],
  gave: [{ ...shown('deck'), what: 'the deck' }],
  received: [{ ...shown('Coffee'), what: 'a coffee' }],
  commonalities: [{ ...shown('We both row'), kind: 'interests', name: 'rowing' }],
});

const taps = () => readHere({ text: NOTE, reading: FOUND }, NOTE);

describe('What a note shows', () => {
  it('stands under its words, an emoji before them or not', () => {
    for (const one of taps()) expect(NOTE.slice(one.start, one.end)).toBe(one.quote);
  });

  it('names the common ground once, and of my asks the largest', () => {
    expect(taps().map(({ label }) => label)).toEqual([
      'They gave something',
      'Meeting',
      '45 min',
      'We laughed',
      'You will: send him the deck, by Fri 13 Mar',
      'You gave something',
      'In common: rowing',
      'You asked for a referral',
    ]);
  });

  it('is in the entry once all of it is tapped, and out again but for the kind', () => {
    const empty = freshDraft('call', { id: 'sam', full_name: 'Sam Okafor' });
    const full = taps().reduce((draft, one) => one.toggle(draft), empty);

    expect(taps().every((one) => one.isTaken(full))).toBe(true);
    expect(toInteraction(full, new Date('2026-03-10T09:00:00Z'))).toMatchObject({
      kind: 'meeting',
      duration_minutes: 45,
      signals: ['laughter', 'commonality_found'],
      ask_size: 'referral',
      gave: 'the deck',
      received: 'a coffee',
    });
    expect(toVows(full, { id: 'int-1', occurred_at: '2026-03-10T09:00:00Z' })).toEqual([
      {
        by: 'me',
        what: 'send him the deck',
        due_on: '2026-03-13',
        contact_id: 'sam',
        made_at: '2026-03-10T09:00:00Z',
        interaction_id: 'int-1',
      },
    ]);
    expect(taps().reduce((draft, one) => one.toggle(draft), full)).toEqual({ ...empty, kind: 'meeting' });
  });

  it('has no length in a message, and no ask of mine in theirs', () => {
    const theirs = { ...freshDraft('email', null), direction: 'inbound' as const };

    const kinds = fitting(taps(), theirs).map(({ of }) => of);

    expect(kinds).not.toContain('minutes');
    expect(kinds).not.toContain('ask');
  });

  it('goes with the words that showed it', () => {
    const less = NOTE.replace('He laughed. ', '');

    const left = readHere({ text: NOTE, reading: FOUND }, less);

    expect(left.map(({ label }) => label)).not.toContain('We laughed');
    for (const one of left) expect(less.slice(one.start, one.end)).toBe(one.quote);
  });
});

describe('The note of an entry', () => {
  it('offers what it shows, and keeps only what is tapped', async () => {
    const sent: Record<string, unknown[]> = { notes: [], interactions: [], promises: [] };
    const answer = (to: string, body: object, status: number) =>
      http.post(`*/v1/${to}`, async ({ request }) => {
        sent[to.includes('read') ? 'notes' : to]?.push(await request.json());
        return HttpResponse.json(body, { status });
      });
    server.use(
      answer('interactions/read-signals', FOUND, 200),
      answer('interactions', interaction(), 201),
      answer('promises', vow(), 201),
    );
    const { user, container } = renderApp('/log?person=sam');
    await user.click(await screen.findByRole('textbox', { name: /What happened/ }));
    await user.paste(NOTE);
    const offered = await screen.findByRole('region', { name: 'From your note' });
    expect(screen.getByText('8 suggestions from your note')).toBeInTheDocument();
    expect(sent.notes).toEqual([{ text: NOTE, contact_id: 'sam' }]);
    expect(within(offered).queryAllByRole('button', { pressed: true })).toEqual([]);
    expect(container.querySelector('mark[data-look="hint"]')).toHaveTextContent('Coffee');
    await user.click(within(offered).getByRole('button', { name: /^We laughed/ }));
    await user.click(
      within(offered).getByRole('button', { name: 'Promise. You will: send him the deck, by Fri 13 Mar' }),
    );
    await user.clear(within(offered).getByRole('textbox', { name: 'Promised' }));
    await user.type(within(offered).getByRole('textbox', { name: 'Promised' }), 'Send Sam the deck');
    expect(container.querySelector('mark[data-look="shown"]')).toHaveTextContent('laughed');
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await screen.findByText(/^Saved/);
    expect(sent.interactions).toMatchObject([{ kind: 'call', signals: ['laughter'], summary: NOTE }]);
    expect(sent.interactions?.[0]).not.toHaveProperty('gave');
    expect(sent.promises).toMatchObject([
      { by: 'me', what: 'Send Sam the deck', due_on: '2026-03-13', interaction_id: 'int-1' },
    ]);
  });

  it('keeps a promise that was taken when the note is written anew', async () => {
    server.use(http.post('*/v1/interactions/read-signals', () => HttpResponse.json(FOUND)));
    const { user } = renderApp('/log?person=sam');
    const note = await screen.findByRole('textbox', { name: /What happened/ });
    await user.click(note);
    await user.paste(NOTE);
    await user.click(await screen.findByRole('button', { name: /^Promise/ }));
    await user.clear(note);
    expect(screen.getByRole('button', { name: /^Promise/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: /^Promise/ }));
    expect(screen.queryByRole('region', { name: 'From your note' })).not.toBeInTheDocument();
  });

  it('can be saved although nobody read it', async () => {
    server.use(http.post('*/v1/interactions/read-signals', () => problem(503, 'Busy.')));
    const { user } = renderApp('/log?person=sam');
    await user.click(await screen.findByRole('textbox', { name: /What happened/ }));
    await user.paste(NOTE);
    expect(await screen.findByText('The note was not read just now. It can be saved as it is.')).toBeInTheDocument();
  });
});
