import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { InteractionDraft } from '@/api/types';
import { interaction } from '@/test/data/log';
import { contact } from '@/test/data/people';
import { step, todayOf } from '@/test/data/steps';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

const message = () => screen.findByRole('textbox', { name: 'Message' });

describe('Log it as sent', () => {
  it('leads to the log with the person and the words, and the composer is empty afterwards', async () => {
    const logged: InteractionDraft[] = [];
    server.use(
      http.post<never, InteractionDraft>('*/v1/interactions', async ({ request }) => {
        logged.push(await request.json());
        return HttpResponse.json(interaction(), { status: 201 });
      }),
    );
    const { user, router } = renderApp('/write?person=sam&intent=thank');
    await user.type(await screen.findByRole('textbox', { name: 'Subject' }), 'Lisbon');
    await user.type(await message(), 'Thank you, Sam.');
    await waitFor(() => expect(screen.getByText(/^Ready/)).toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: /Log it as sent/ }));

    expect(await screen.findByRole('combobox', { name: 'Who' })).toHaveValue('Sam Okafor');
    expect(screen.getByText('Thank you, Sam.')).toBeInTheDocument();
    await router.navigate({ to: '/write' });
    expect(await message()).toHaveValue('Thank you, Sam.');
    await router.navigate({ to: '/log' });
    await user.click(await screen.findByRole('button', { name: /Save/ }));
    await screen.findByText(/^Saved/);
    expect(logged).toMatchObject([
      {
        contact_ids: ['sam'],
        kind: 'email',
        direction: 'outbound',
        channel: 'email',
        subject: 'Lisbon',
        body: 'Thank you, Sam.',
        purpose: 'thanks',
        ask_size: 'question',
      },
    ]);
    await router.navigate({ to: '/write' });
    expect(await message()).toHaveValue('');
  });

  it('asks for the person first', async () => {
    const { user } = renderApp('/write');
    await user.type(await message(), 'Hello');
    await user.click(screen.getByRole('button', { name: /Log it as sent/ }));

    expect(screen.getByText('Choose a person.')).toBeInTheDocument();
  });

  it('opens the own mail program for whoever has an address', async () => {
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), 'Hello');

    expect(await screen.findByRole('link', { name: 'Open in my mail' })).toHaveAttribute(
      'href',
      'mailto:sam%40example.com?subject=&body=Hello',
    );
    await user.click(screen.getByRole('radio', { name: 'Text message' }));
    expect(screen.queryByRole('link', { name: 'Open in my mail' })).not.toBeInTheDocument();
  });
});

describe('From a next step', () => {
  it('opens with the person, the ask and the occasion', async () => {
    const { user, router } = renderApp('/');
    await user.click(await screen.findByRole('link', { name: 'Write it' }));

    expect(await screen.findByRole('combobox', { name: 'To' })).toHaveValue('Sam Okafor');
    expect(screen.getByRole('combobox', { name: 'I ask for' })).toHaveValue('short_call');
    expect(router.state.location.search).toEqual({
      person: 'sam',
      channel: 'email',
      ask: 'short_call',
      intent: 'follow_up',
    });
  });

  it('writes to the one who can introduce, about the one to meet', async () => {
    const via = { contact_id: 'mei', full_name: 'Mei Tanaka', path: ['mei', 'sam'], probability: 0.5 };
    server.use(
      http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(step({ action: 'request_introduction', via })))),
      http.get('*/v1/contacts/mei', () => HttpResponse.json(contact({ id: 'mei', full_name: 'Mei Tanaka' }))),
    );
    const { user } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('c');

    expect(await screen.findByRole('combobox', { name: 'To' })).toHaveValue('Mei Tanaka');
    expect(screen.getByRole('combobox', { name: 'Introduce me to' })).toHaveValue('Sam Okafor');
  });

  it('offers no message where none is sent', async () => {
    server.use(http.get('*/v1/next-steps', () => HttpResponse.json(todayOf(step({ message_brief: null })))));
    renderApp('/');
    await screen.findByRole('article');

    expect(screen.queryByRole('link', { name: 'Write it' })).not.toBeInTheDocument();
  });
});
