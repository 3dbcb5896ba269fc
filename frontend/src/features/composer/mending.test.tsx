import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Finding, MessageToCheck } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { finding, messageCheck } from '@/test/data/outreach';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';
import { editsOf, mended, mendWords } from './model/mending';
import { freshMessage } from './model/message';

const FIELD = '{{name}}';

/** The coach knows what belongs into a field of a template, and minds files. */
function checks() {
  server.use(
    http.post<never, MessageToCheck>('*/v1/outreach/check', async ({ request }) => {
      const { body, attachments = [] } = await request.json();
      const at = [...body.slice(0, body.indexOf(FIELD))].length;
      const found: Finding[] = [];
      if (body.includes(FIELD)) {
        const place = { start: at, end: at + FIELD.length };
        found.push(
          finding({
            rule: 'message.template-residue',
            severity: 'block',
            why: 'A field was left.',
            ...place,
            replacement: { ...place, text: 'Sam' },
          }),
        );
      }
      if (attachments.length > 0) found.push(finding({ field: 'attachments', why: 'Nobody opens a file.' }));
      return HttpResponse.json(messageCheck({ findings: found }));
    }),
  );
}

const message = () => screen.findByRole('textbox', { name: 'Message' });
const coach = () => within(screen.getByRole('region', { name: 'The coach' }));

describe('A finding that can be mended at a tap', () => {
  it('is mended in the text where it stands now, and back again', async () => {
    checks();
    const { user, container } = renderApp('/write?person=sam');
    await user.click(await message());
    await user.paste(`👋 Hi ${FIELD}, your talk was good.`);
    const mend = await coach().findByRole('button', { name: 'Write “Sam”' });
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(mend);
    expect(await message()).toHaveValue('👋 Hi Sam, your talk was good.');
    expect(await message()).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await message()).toHaveValue(`👋 Hi ${FIELD}, your talk was good.`);
  });

  it('keeps what was written since when it is taken back', async () => {
    checks();
    const { user } = renderApp('/write?person=sam');
    await user.click(await message());
    await user.paste(`Hi ${FIELD}`);
    await user.click(await coach().findByRole('button', { name: 'Write “Sam”' }));
    await user.type(await message(), '!');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await message()).toHaveValue('Hi Sam!');
  });

  it('leaves out the files that go with it', async () => {
    checks();
    const { user } = renderApp('/write?person=sam');
    await user.type(await message(), 'Hi Sam');
    await user.type(screen.getByRole('textbox', { name: /^Attachments/ }), 'cv.pdf');
    await coach().findByText('Nobody opens a file.');
    await user.click(coach().getByRole('button', { name: 'Leave it out' }));
    expect(screen.getByRole('textbox', { name: /^Attachments/ })).toHaveValue('');
  });
});

describe('An edit', () => {
  it('reaches as far as it says, and not into another field', () => {
    const text = 'Hope you are well. Your talk was good.';
    const found = finding({ start: 0, end: 17, replacement: { start: 0, end: 19, text: '' } });
    const [edit] = editsOf([found, finding({ start: 0, end: 4 })], 'body', text);

    expect(edit && mended(freshMessage({}), edit).body).toBe('');
    expect(edit && mended({ ...freshMessage({}), body: text }, edit).body).toBe('Your talk was good.');
    expect(editsOf([found], 'subject', text)).toEqual([]);
  });

  it.each([
    [{ start: 0, end: 4, text: '' }, 'Leave it out'],
    [{ start: 4, end: 4, text: '\nhttps://example.com' }, 'Put it in'],
    [{ start: 0, end: 4, text: 'Sam' }, 'Write “Sam”'],
  ])('is called by what it does: %o', (edit, words) => expect(mendWords(edit)).toBe(words));
});
