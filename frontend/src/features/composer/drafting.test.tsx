import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { DraftWish } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { drafted } from '@/test/data/outreach';
import { contact } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const message = () => screen.findByRole('textbox', { name: 'Message' });

describe('A draft', () => {
  function drafts(made = drafted()): DraftWish[] {
    const wishes: DraftWish[] = [];
    server.use(
      http.post<never, DraftWish>('*/v1/outreach/drafts', async ({ request }) => {
        wishes.push(await request.json());
        return HttpResponse.json(made);
      }),
    );
    return wishes;
  }
  const draftIt = async (user: ReturnType<typeof renderApp>['user'], intent: string) => {
    await user.click(await screen.findByRole('button', { name: /Draft it for me/ }));
    await user.click(await screen.findByRole('menuitem', { name: intent }));
  };

  it('fills an empty message, and says when to send it', async () => {
    const wishes = drafts(drafted({ goes_at: '2026-03-11T08:00:00Z' }));
    const { user, container } = renderApp('/write?person=sam&ask=short_call');
    await draftIt(user, 'Reconnect');

    await waitFor(async () => expect(await message()).toHaveValue(drafted().body));
    expect(screen.getByRole('textbox', { name: 'Subject' })).toHaveValue('The workshop in Lisbon');
    expect(await screen.findByText(/^Best sent from Wednesday/)).toBeInTheDocument();
    expect(wishes).toEqual([{ contact_id: 'sam', intent: 'reconnect', channel: 'email', ask_size: 'short_call' }]);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('leaves alone what was typed while it was made', async () => {
    let answer = (_: Response) => {};
    server.use(http.post('*/v1/outreach/drafts', () => new Promise<Response>((resolve) => (answer = resolve))));
    const { user } = renderApp('/write?person=sam');
    await draftIt(user, 'Say thanks');
    await screen.findByRole('button', { name: 'Drafting' });
    await user.type(await message(), 'My own words');
    answer(HttpResponse.json(drafted()));

    expect(await screen.findByRole('button', { name: 'Use it instead of my text' })).toBeInTheDocument();
    expect(await message()).toHaveValue('My own words');
  });

  it('never takes the place of a text unless told to, and gives it back', async () => {
    drafts();
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), 'My own words');
    await draftIt(user, 'Say thanks');

    const offer = await screen.findByRole('button', { name: 'Use it instead of my text' });
    expect(await message()).toHaveValue('My own words');
    await user.click(offer);
    expect(await message()).toHaveValue(drafted().body);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await message()).toHaveValue('My own words');
  });

  it('asks for an introduction through whoever reads it, with words to forward', async () => {
    const wishes = drafts(drafted({ blurb: 'Robin builds onboarding tools.' }));
    server.use(
      http.get('*/v1/contacts/mei', () => HttpResponse.json(contact({ id: 'mei', full_name: 'Mei Tanaka' }))),
      http.get('*/v1/contacts/sam', () => HttpResponse.json(contact())),
    );
    const { user } = renderApp('/write?person=sam&about=mei&intent=request_introduction');
    expect(await screen.findByRole('combobox', { name: 'Introduce me to' })).toHaveValue('Mei Tanaka');
    await draftIt(user, 'Ask for an introduction');

    expect(await screen.findByText('Robin builds onboarding tools.')).toBeInTheDocument();
    expect(wishes).toMatchObject([{ contact_id: 'mei', via_contact_id: 'sam', intent: 'request_introduction' }]);
  });

  it('asks to whom, where an introduction names nobody', async () => {
    const wishes = drafts();
    const { user } = renderApp('/write?person=sam');
    await draftIt(user, 'Ask for an introduction');

    expect(await screen.findByText(/Choose whom you want to meet/)).toBeInTheDocument();
    expect(wishes).toEqual([]);
  });

  it('shows what a language model was sent, and why its words were not taken', async () => {
    drafts(drafted({ sent_to_model: { name: 'Sam Okafor' }, model_problem: 'It asked for too much.' }));
    const { user } = renderApp('/write?person=sam');
    await draftIt(user, 'Say thanks');

    expect(await screen.findByText('Worded by the coach. It asked for too much.')).toBeInTheDocument();
    expect(screen.getByText(/"name": "Sam Okafor"/)).toBeInTheDocument();
  });

  it('says why there is none', async () => {
    server.use(http.post('*/v1/outreach/drafts', () => problem(422, 'Nobody is known who could introduce you.')));
    const { user } = renderApp('/write?person=sam');
    await draftIt(user, 'Say thanks');

    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody is known who could introduce you.');
  });
});
