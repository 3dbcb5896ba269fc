import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { interaction, vow } from '@/test/data/log';
import { page } from '@/test/data/page';
import { step, todayOf } from '@/test/data/steps';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const effect = { kind: 'next_step', contact_id: 'sam', text: 'Next touch moved to 9 Jan', before: null, after: null };

function recording() {
  const sent: { interactions: unknown[]; promises: unknown[] } = { interactions: [], promises: [] };
  server.use(
    http.post('*/v1/interactions', async ({ request }) => {
      sent.interactions.push(await request.json());
      return HttpResponse.json(interaction({ effects: [effect] }), { status: 201 });
    }),
    http.post('*/v1/promises', async ({ request }) => {
      sent.promises.push(await request.json());
      return HttpResponse.json(vow(), { status: 201 });
    }),
  );
  return sent;
}

describe('Log an interaction', () => {
  it('takes three keys from a person, and says what moved', async () => {
    const sent = recording();
    const { user, container } = renderApp('/people/sam');
    await screen.findByRole('heading', { level: 1, name: 'Sam Okafor' });
    await user.keyboard('l');
    expect(await screen.findByRole('combobox', { name: 'Who' })).toHaveValue('Sam Okafor');
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.keyboard('2');
    expect(screen.getByRole('button', { name: /Found common ground/ })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Saved. Next touch moved to 9 Jan.')).toBeInTheDocument();
    expect(sent.interactions).toMatchObject([
      { contact_ids: ['sam'], kind: 'call', direction: 'mutual', signals: ['commonality_found'], assessed: true },
    ]);
    expect(screen.getByRole('link', { name: 'See Sam Okafor' })).toHaveFocus();
  });

  it('keeps an offer as their promise with one more tap', async () => {
    const sent = recording();
    const { user } = renderApp('/log?person=sam');
    await user.click(await screen.findByRole('button', { name: /Offered an introduction/ }));
    await user.click(screen.getByRole('button', { name: 'Keep as their promise: Make an introduction' }));
    await user.click(screen.getByRole('button', { name: /Save/ }));
    await screen.findByText(/^Saved/);
    expect(sent.promises).toMatchObject([
      { contact_id: 'sam', by: 'them', what: 'Make an introduction', interaction_id: 'int-1' },
    ]);
  });

  it('is taken back whole, with the promise that came with it, and stands in the form again', async () => {
    recording();
    const gone: string[] = [];
    const remove = ({ params }: { params: Record<string, unknown> }) => {
      gone.push(String(params.id));
      return new HttpResponse(null, { status: 204 });
    };
    server.use(
      http.get('*/v1/promises', () =>
        HttpResponse.json(page(vow({ id: 'with-it', interaction_id: 'int-1' }), vow({ id: 'older' }))),
      ),
      http.delete('*/v1/promises/:id', remove),
      http.delete('*/v1/interactions/:id', remove),
    );
    const { user } = renderApp('/log?person=sam');
    await user.type(await screen.findByRole('textbox', { name: /What happened/ }), 'She runs too');
    await user.click(screen.getByRole('button', { name: /Save/ }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('textbox', { name: /What happened/ })).toHaveValue('She runs too');
    expect(await screen.findByRole('combobox', { name: 'Who' })).toHaveValue('Sam Okafor');
    expect(gone).toEqual(['with-it', 'int-1']);
  });

  it('goes on with the draft after a reload', async () => {
    const first = renderApp('/log?person=sam');
    await first.user.type(await screen.findByRole('textbox', { name: /What happened/ }), 'She runs too');
    first.unmount();
    renderApp('/log');
    expect(await screen.findByRole('textbox', { name: /What happened/ })).toHaveValue('She runs too');
    expect(await screen.findByRole('combobox', { name: 'Who' })).toHaveValue('Sam Okafor');
  });

  it('asks for the person, and finds them by a few letters', async () => {
    const sent = recording();
    const { user } = renderApp('/log');
    await user.click(await screen.findByRole('button', { name: /Save/ }));
    expect(screen.getByText('Choose a person.')).toBeInTheDocument();
    await user.type(await screen.findByRole('combobox', { name: 'Who' }), 'sam');
    await user.click(await screen.findByRole('option', { name: /Sam Okafor/ }));
    await user.click(screen.getByRole('button', { name: /Save/ }));
    await screen.findByText(/^Saved/);
    expect(sent.interactions).toHaveLength(1);
  });

  it('says why the server refused, and keeps what was typed', async () => {
    server.use(http.post('*/v1/interactions', () => problem(422, 'A conversation cannot have more than two goals.')));
    const { user } = renderApp('/log?person=sam');
    await user.click(await screen.findByRole('button', { name: /Save/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('A conversation cannot have more than two goals.');
  });
});

describe('Without a network', () => {
  it('keeps the entry, and sends it once when there is one again', async () => {
    server.use(http.post('*/v1/interactions', () => HttpResponse.error()));
    const first = renderApp('/log?person=sam');
    await first.user.click(await screen.findByRole('button', { name: /Save/ }));
    expect(await screen.findByText('Kept here. Will send when you are back online.')).toBeInTheDocument();
    first.unmount();
    const sent = recording();
    const second = renderApp('/');
    expect((await screen.findAllByText(/^Sent: 1 entry/)).length).toBeGreaterThan(0);
    expect(sent.interactions).toMatchObject([{ contact_ids: ['sam'] }]);
    second.unmount();
    renderApp('/');
    await screen.findByRole('article');
    expect(sent.interactions).toHaveLength(1);
  });

  it('tells what the server refused', async () => {
    server.use(http.post('*/v1/interactions', () => HttpResponse.error()));
    const first = renderApp('/log?person=sam');
    await first.user.click(await screen.findByRole('button', { name: /Save/ }));
    await screen.findByText(/^Kept here/);
    first.unmount();
    server.use(http.post('*/v1/interactions', () => problem(404, 'No such contact.')));
    renderApp('/');
    expect((await screen.findAllByText(/The entry about Sam Okafor was refused/)).length).toBeGreaterThan(0);
  });
});

describe('The assessment', () => {
  it('asks for what happened, and notes its signs from the card', async () => {
    let body: unknown;
    server.use(
      http.get('*/v1/next-steps', () =>
        HttpResponse.json(todayOf(step({ action: 'assess', headline: 'Note how it went' }))),
      ),
      http.patch('*/v1/interactions/int-1', async ({ request }) => {
        body = await request.json();
        return HttpResponse.json(interaction({ effects: [effect] }));
      }),
    );
    const { user } = renderApp('/');
    await user.click(await screen.findByRole('button', { name: 'Note how it went' }));
    await screen.findByRole('dialog', { name: 'What happened?' });
    await user.keyboard('1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(body).toEqual({ signals: ['asked_questions'], assessed: true }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'What happened?' })).not.toBeInTheDocument());
  });
});
