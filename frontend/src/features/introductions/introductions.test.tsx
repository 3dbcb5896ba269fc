import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { IntroductionRequest, Introductions } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { introductionRequest, introductions, way } from '@/test/data/introductions';
import { interaction } from '@/test/data/log';
import { contact, relationship } from '@/test/data/people';
import { NOW } from '@/test/now';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';
import { choicesOf, milestonesOf, outlookOf } from './model/tracking';
import { loadWords } from './model/way';

function serveStranger(over: Partial<Introductions>) {
  server.use(
    http.get('*/v1/contacts/:id/relationship', () => HttpResponse.json(relationship({ trust_stage: 'stranger' }))),
    http.get('*/v1/contacts/:id/introductions', () => HttpResponse.json(introductions(over))),
  );
}

/** Keeps what is written down, and what is taken back. */
function recorder() {
  const sent: unknown[] = [];
  const keep = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    return HttpResponse.json(interaction({ id: 'noted' }));
  };
  server.use(
    http.post('*/v1/interactions', keep),
    http.patch('*/v1/interactions/:id', keep),
    http.delete('*/v1/interactions/:id', ({ params }) => {
      sent.push(`deleted ${params.id}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

describe('The introductions to somebody', () => {
  it('show a warm way with its chances, and words that both can decline', async () => {
    serveStranger({ behind_wall: true, items: [way(), way({ path: ['ana', 'sam'], full_name: 'Ana Lima' })] });
    const { container } = renderApp('/people/sam');
    const part = await screen.findByRole('region', { name: 'Introductions' });
    const first = await within(part).findByRole('article', { name: 'Over Mei Tanaka' });
    expect(within(first).getByText('54% in all')).toBeInTheDocument();
    const steps = within(within(first).getByRole('list', { name: 'The way' })).getAllByRole('listitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      'You',
      '60% likely that it goes on toMei Tanaka',
      '90% likely that it goes on toSam Okafor',
    ]);
    expect(within(first).getByText(/You asked nothing of them in the last 30 days\./)).toBeInTheDocument();
    expect(within(first).getByText('Sam, may I pass on a word from Robin?')).toBeVisible();
    expect(within(first).getByRole('link', { name: 'Write to Mei Tanaka' })).toHaveAttribute(
      'href',
      '/write?person=mei&about=sam&intent=request_introduction',
    );
    const second = within(part).getByRole('article', { name: 'Over Ana Lima' });
    expect(within(second).getByText('Sam, may I pass on a word from Robin?')).not.toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('copy the text that is forwarded', async () => {
    serveStranger({ items: [way()] });
    const { user } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: 'Copy to forward' }));
    expect(await navigator.clipboard.readText()).toBe('Sam, may I pass on a word from Robin?');
    expect((await screen.findAllByText('The text to forward is copied.')).length).toBeGreaterThan(0);
  });

  it('note that somebody was asked, and take it back', async () => {
    serveStranger({ items: [way()] });
    const sent = recorder();
    const { user } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: 'I asked Mei Tanaka' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).toMatchObject({
      contact_ids: ['mei'],
      about_contact_id: 'sam',
      purpose: 'introduction_request',
      ask_size: 'introduction',
      body: 'Hi Mei,\n\nWould Sam welcome a word from me?',
    });
    expect(sent[1]).toBe('deleted noted');
  });

  it('follow an ask to its answer, and take the answer back', async () => {
    serveStranger({ requests: [introductionRequest()] });
    const sent = recorder();
    const { user, container } = renderApp('/people/sam');
    const asked = await screen.findByRole('list', { name: 'Asked for' });
    expect(within(asked).getByText('2 days ago')).toBeInTheDocument();
    await user.click(within(asked).getByRole('button', { name: 'Said no' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toEqual([{ ask_outcome: 'declined' }, { ask_outcome: 'open' }]));
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('settle the ask with the introduction, and take back both', async () => {
    serveStranger({ requests: [introductionRequest()], advice: 'Get to know somebody first.' });
    const sent = recorder();
    const { user } = renderApp('/people/sam');
    await user.click(await screen.findByRole('button', { name: 'Introduced us' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveLength(4));
    expect(sent[0]).toMatchObject({ kind: 'introduction', contact_ids: ['mei', 'sam'] });
    expect(sent.slice(1)).toEqual([{ ask_outcome: 'granted' }, { ask_outcome: 'open' }, 'deleted noted']);
    expect(screen.queryByText('Get to know somebody first.')).not.toBeInTheDocument();
  });

  it('name whom to get to know first where there is no way', async () => {
    const bridge = { contact_id: 'liam', full_name: 'Liam Ross', kind: 'field' as const, text: 'Both are in sales.' };
    serveStranger({ behind_wall: true, bridges: [bridge], advice: 'Get to know Liam Ross better first.' });
    renderApp('/people/sam');
    expect(await screen.findByText('Nobody you know well leads to Sam Okafor yet.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Liam Ross' })).toHaveAttribute('href', '/people/liam');
  });

  it('say who is not to be asked now, and why', async () => {
    serveStranger({ not_now: [{ contact_id: 'mei', full_name: 'Mei Tanaka', why: 'An ask of yours is open.' }] });
    renderApp('/people/sam');
    expect(await screen.findByText('An ask of yours is open.')).toBeInTheDocument();
  });

  it.each([
    ['somebody whom one knows', relationship(), contact()],
    ['somebody whom one leaves alone', relationship({ trust_stage: 'stranger' }), contact({ do_not_contact: true })],
  ])('are not shown for %s', async (_, standing, person) => {
    server.use(
      http.get('*/v1/contacts/:id', () => HttpResponse.json(person)),
      http.get('*/v1/contacts/:id/relationship', () => HttpResponse.json(standing)),
      http.get('*/v1/contacts/:id/introductions', () => HttpResponse.json(introductions({ items: [way()] }))),
    );
    renderApp('/people/sam');
    await screen.findByRole('region', { name: 'In common' });
    await screen.findByRole('list', { name: /^Trust/ });
    expect(screen.queryByRole('region', { name: 'Introductions' })).not.toBeInTheDocument();
  });
});

describe('What can have happened next', () => {
  const labels = (status: IntroductionRequest['status']) =>
    choicesOf(introductionRequest({ status }), 'sam', NOW).map(({ label }) => label);

  it.each([
    ['asked', ['Introduced us', 'Said yes', 'Said no']],
    ['answered', ['Introduced us', 'Said yes', 'Said no']],
    ['unanswered', ['Introduced us', 'Said yes', 'Said no']],
    ['granted', ['Introduced us']],
    ['made', ['I said thanks']],
    ['declined', []],
    ['thanked', []],
  ] as const)('after %s', (status, expected) => expect(labels(status)).toEqual(expected));

  it('is written down with both of them', () => {
    const [made] = choicesOf(introductionRequest({ status: 'granted' }), 'sam', NOW);
    expect(made?.deed).toMatchObject({
      log: { kind: 'introduction', contact_ids: ['mei', 'sam'], direction: 'mutual' },
    });
    const [thanks] = choicesOf(introductionRequest({ status: 'made' }), 'sam', NOW);
    expect(thanks?.deed).toMatchObject({ log: { purpose: 'thanks', contact_ids: ['mei'], direction: 'outbound' } });
  });

  it('settles the ask that led to it, where nobody had said so', () => {
    const [made] = choicesOf(introductionRequest({ status: 'asked' }), 'sam', NOW);
    expect(made?.deed.settle).toEqual({ id: 'ask-1', outcome: 'granted' });
    const [granted] = choicesOf(introductionRequest({ status: 'granted' }), 'sam', NOW);
    expect(granted?.deed.settle).toBeUndefined();
  });

  it.each([
    [[], 'open'],
    [['declined', 'unanswered'], 'open'],
    [['declined', 'asked'], 'asked'],
    [['asked', 'made'], 'there'],
    [['thanked'], 'there'],
  ] as const)('leaves, after %o, the ways %s', (statuses, outlook) =>
    expect(outlookOf(statuses.map((status) => ({ status })))).toBe(outlook),
  );

  it('has its day among the milestones', () => {
    const request = introductionRequest({ status: 'made', made_at: '2026-03-09T09:00:00Z' });
    expect(milestonesOf(request).map(({ at }) => at !== null)).toEqual([true, true, false]);
  });
});

describe('What is asked of a connector already', () => {
  it.each([
    [{ open_asks: 1, recent_asks: 2 }, '1 ask of yours is still open with them.'],
    [{ open_asks: 2, recent_asks: 2 }, '2 asks of yours are still open with them.'],
    [{ open_asks: 0, recent_asks: 1 }, 'You asked them for 1 thing in the last 30 days.'],
    [{ open_asks: 0, recent_asks: 0 }, 'You asked nothing of them in the last 30 days.'],
  ])('%o', (load, words) => expect(loadWords({ ...load, last_asked_at: null })).toBe(words));
});
