import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Finding, MessageCheck, MessageToCheck } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { finding, messageCheck } from '@/test/data/outreach';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

/** The coach hears a cliché and an ask beyond trust, wherever they stand. */
function readsAlong(): MessageToCheck[] {
  const asked: MessageToCheck[] = [];
  server.use(
    http.post<never, MessageToCheck>('*/v1/outreach/check', async ({ request }) => {
      const message = await request.json();
      asked.push(message);
      return HttpResponse.json(checkOf(message));
    }),
  );
  return asked;
}

function checkOf({ body }: MessageToCheck): MessageCheck {
  const found = [
    ...heard(body, 'pick your brain', { rule: 'message.cliche', severity: 'hint' }),
    ...heard(body, 'refer me', {
      rule: 'message.ask-above-trust',
      severity: 'block',
      why: 'A referral is beyond what trust allows.',
    }),
  ];
  const isHeld = found.some(({ severity }) => severity === 'block');
  return messageCheck({
    findings: found,
    verdict: isHeld ? 'hold' : 'ready',
    ask_size: isHeld ? 'referral' : 'question',
  });
}

function heard(body: string, words: string, over: Partial<Finding>): Finding[] {
  const at = body.indexOf(words);
  const start = [...body.slice(0, at)].length;
  return at === -1 ? [] : [finding({ ...over, start, end: start + words.length })];
}

const message = () => screen.findByRole('textbox', { name: 'Message' });
const coach = () => within(screen.getByRole('region', { name: 'The coach' }));
const underlined = (container: Element) => [...container.querySelectorAll('mark')].map((mark) => mark.textContent);

describe('Writing a message', () => {
  it('opens for a person by a key, with the five rows in sight and the ask that trust allows', async () => {
    const { user, container } = renderApp('/people/sam');
    await screen.findByRole('heading', { level: 1, name: 'Sam Okafor' });
    await user.keyboard('c');

    expect(await screen.findByRole('heading', { level: 1, name: 'Write a message' })).toBeInTheDocument();
    expect(await screen.findByRole('combobox', { name: 'To' })).toHaveValue('Sam Okafor');
    for (const row of ['Length', 'Ask size', 'Pitch first', 'Attachment', 'Subject']) {
      expect(await coach().findByText(row)).toBeInTheDocument();
    }
    expect(coach().getByText(/trust allows a 15-minute call/)).toBeInTheDocument();
    expect(coach().getByText('Nothing is written yet.')).toHaveAttribute('aria-live', 'polite');
    expect(screen.queryByRole('button', { name: /Log it as sent/ })).not.toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('underlines the words concerned, says why, and leads to them', async () => {
    readsAlong();
    const { user, container } = renderApp('/write?person=sam');
    await user.type(await message(), '👋 May I pick your brain?');

    expect(await coach().findByText('Everybody writes this.')).toBeInTheDocument();
    expect(underlined(container)).toEqual(['pick your brain']);
    expect(coach().getByText('Ready: 1 idea.')).toBeInTheDocument();
    await user.click(coach().getByRole('button', { name: 'Show it in the text' }));
    const field = (await message()) as HTMLTextAreaElement;
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('pick your brain');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('shows each finding once, also where several have no place in the text', async () => {
    const late = finding({ rule: 'message.bad-time', severity: 'warn', why: 'It is four in the morning there.' });
    const weekend = finding({ rule: 'message.bad-time', severity: 'warn', why: 'It is the weekend there.' });
    const found = messageCheck({ findings: [late, weekend], verdict: 'revise' });
    const asked: string[] = [];
    server.use(
      http.post<never, MessageToCheck>('*/v1/outreach/check', async ({ request }) => {
        const { body } = await request.json();
        asked.push(body);
        return HttpResponse.json(body.length > 2 ? found : { ...found, findings: [weekend, late, finding()] });
      }),
    );
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), 'Hi');
    await waitFor(() => expect(asked).toContain('Hi'));
    await user.type(await message(), ' Sam');

    await waitFor(() => expect(coach().getByText('Nearly: 2 things to mend.')).toBeInTheDocument());
    expect(within(coach().getByRole('list', { name: 'Findings' })).getAllByRole('listitem')).toHaveLength(2);
  });

  it('asks the coach once the keys rest, about the text exactly as it stands', async () => {
    const asked = readsAlong();
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), '  Hi Sam ');
    await waitFor(() => expect(asked.at(-1)?.body).toBe('  Hi Sam '));

    expect(asked.length).toBeLessThanOrEqual(3);
    expect(asked.at(-1)).toMatchObject({ contact_id: 'sam', channel: 'email', attachments: [], ask_size: null });
  });

  it('lets go of a question that nobody waits for any more', async () => {
    const aborted: string[] = [];
    server.use(
      http.post<never, MessageToCheck>('*/v1/outreach/check', async ({ request }) => {
        const { body } = await request.clone().json();
        if (body !== 'Hi') return HttpResponse.json(messageCheck());
        return new Promise<Response>((resolve) => {
          request.signal.addEventListener('abort', () => {
            aborted.push(body);
            resolve(HttpResponse.error());
          });
        });
      }),
    );
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), 'Hi');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await user.type(await message(), ' Sam');

    await waitFor(() => expect(aborted).toEqual(['Hi']));
    expect(await coach().findByText(/^Ready/)).toBeInTheDocument();
  });

  it('says when the coach cannot be reached, and keeps the text over a reload', async () => {
    server.use(http.post('*/v1/outreach/check', () => HttpResponse.error()));
    const first = renderApp('/write?person=sam');
    await first.user.type(await message(), 'Hi Sam');

    expect(await coach().findByRole('alert')).toHaveTextContent('Comity cannot be reached right now.');
    first.unmount();
    renderApp('/write');
    expect(await message()).toHaveValue('Hi Sam');
    expect(await screen.findByRole('combobox', { name: 'To' })).toHaveValue('Sam Okafor');
  });
});

describe('An ask beyond trust', () => {
  it('takes one deliberate click, and then goes', async () => {
    readsAlong();
    const { user, container } = renderApp('/write?person=sam');
    await user.type(await message(), 'Could you refer me?');

    expect(await coach().findByText('Not yet: 1 thing to put right first.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Log it as sent/ })).not.toBeInTheDocument();
    expect(screen.getByText(/This asks for a referral. What trust allows today is a 15-minute call/)).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('button', { name: 'Ask for it all the same' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: /Log it as sent/ })).toBeInTheDocument();
  });
});
