import { screen, waitFor, within } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { noContent } from '@/test/account-server';
import { accessibilityFaults } from '@/test/axe';
import { interaction } from '@/test/data/log';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { correctionOf, patchOf } from './model/correction';

const open = async () => {
  const { user } = renderApp('/people/sam?view=timeline');
  await user.click(await screen.findByRole('button', { name: 'Correct Call, 20 min' }));
  const dialog = await screen.findByRole('dialog', { name: 'Call, 20 min' });
  return { user, dialog, inside: within(dialog) };
};

describe('An entry of the timeline', () => {
  it('is put right, and back again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch('*/v1/interactions/int-1', async ({ request }) => {
        const body = Object(await request.json());
        sent.push(body);
        return HttpResponse.json(interaction(body));
      }),
    );
    const { user, dialog, inside } = await open();
    expect(await accessibilityFaults(dialog)).toEqual([]);
    await user.clear(inside.getByLabelText('What happened'));
    await user.type(inside.getByLabelText('What happened'), 'She runs too');
    await user.click(inside.getByRole('button', { name: /We laughed/ }));
    await user.click(inside.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    const { summary, signals } = interaction();
    expect(sent[0]).toEqual({ summary: 'She runs too', signals: [...signals, 'laughter'], assessed: true });
    expect(sent[1]).toEqual({ summary, signals, assessed: true });
  });

  it('is put right in how, how long and for what it was', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch('*/v1/interactions/int-1', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(interaction());
      }),
    );
    const { user, inside } = await open();
    await user.click(inside.getByRole('radio', { name: '30 min' }));
    await user.selectOptions(inside.getByLabelText('I asked for'), 'meeting');
    await user.click(inside.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ duration_minutes: 30, ask_size: 'meeting' }]));
  });

  it('goes out of the log, once asked, and says where that failed', async () => {
    server.use(http.delete('*/v1/interactions/int-1', () => problem(409, 'Not now.')));
    const { user, inside } = await open();
    await user.click(inside.getByRole('button', { name: 'Remove from the log' }));
    await user.click(inside.getByRole('button', { name: 'Remove the entry' }));
    expect(await inside.findByRole('alert')).toHaveTextContent('Not now.');
    let gone = false;
    server.use(
      http.delete('*/v1/interactions/int-1', () => {
        gone = true;
        return noContent();
      }),
      http.get('*/v1/contacts/:contactId/timeline', () => HttpResponse.json({ items: [], next_cursor: null })),
      // The entry is off the screen, and this dialog with it, before all is asked anew.
      http.get('*/v1/contacts/:contactId', async () => {
        await delay(200);
        return undefined;
      }),
    );
    await user.click(inside.getByRole('button', { name: 'Remove the entry' }));
    expect((await screen.findAllByText(/What followed from it is corrected/)).length).toBeGreaterThan(0);
    expect(gone).toBe(true);
  });
});

describe('A correction', () => {
  const entry = interaction({ occurred_at: new Date(2026, 2, 1, 9, 30).toISOString() });

  it('sends nothing that was not touched', () => expect(patchOf(correctionOf(entry), entry)).toEqual({}));

  it('keeps the hour of another day, and empties a note', () => {
    const patch = patchOf({ ...correctionOf(entry), day: '2026-02-27', summary: ' ' }, entry);
    expect(patch).toEqual({ occurred_at: new Date(2026, 1, 27, 9, 30).toISOString(), summary: null });
  });

  it('takes the length and the outcome along with what they belonged to', () => {
    const asked = interaction({ ask_size: 'meeting', ask_outcome: 'declined' });
    const mail = {
      ...correctionOf(asked),
      kind: 'email' as const,
      minutes: null,
      askSize: 'none' as const,
      askOutcome: null,
    };
    expect(patchOf(mail, asked)).toEqual({
      kind: 'email',
      duration_minutes: null,
      ask_size: 'none',
      ask_outcome: null,
    });
  });

  it('notes that a talk was assessed where its first sign is added', () => {
    const silent = interaction({ signals: [], assessed: false });
    expect(patchOf({ ...correctionOf(silent), signals: ['laughter'] }, silent)).toEqual({
      signals: ['laughter'],
      assessed: true,
    });
  });
});
