import { fireEvent, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { importJob, importRecord, tableLook } from '@/test/data/log';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const sheet = (name = 'leute.csv') => new File(['Wer;E-Mail;Schuhgröße\nAna Lima;ana@example.com;38\n'], name);

/** What the server is sent of a file, in the order in which it comes. */
function serve(look: Response | ReturnType<typeof tableLook>, refusal?: Response) {
  const sent: Record<string, FormDataEntryValue>[] = [];
  server.use(
    http.post('*/v1/imports/columns', () => (look instanceof Response ? look : HttpResponse.json(look))),
    http.post('*/v1/imports', async ({ request }) => {
      sent.push(Object.fromEntries(await request.formData()));
      return refusal && sent.length === 1 ? refusal : HttpResponse.json(importJob(), { status: 202 });
    }),
    http.get('*/v1/imports/:id', () => HttpResponse.json(importJob())),
    http.get('*/v1/imports/:id/records', () => HttpResponse.json(page(importRecord()))),
  );
  return sent;
}

async function drop(file: File) {
  const app = renderApp('/import');
  fireEvent.change(await screen.findByLabelText(/Drop a file here/), { target: { files: [file] } });
  return app;
}

const arrived = () => screen.findByRole('heading', { name: 'This is what would come in' });
const next = () => screen.getByRole('button', { name: 'See what would come in' });

describe('Mapping', () => {
  it('asks what the columns of an unknown table mean, and sends the answer with the file', async () => {
    const sent = serve(tableLook());
    const { container, user } = await drop(sheet());
    expect(await screen.findByRole('heading', { level: 1, name: 'What do the columns mean?' })).toHaveFocus();
    expect(await accessibilityFaults(container)).toEqual([]);
    expect(screen.getByLabelText('E-Mail')).toHaveValue('emails');
    expect(screen.getByLabelText('Wer')).toHaveAccessibleDescription('Ana Lima · Ole Berg');
    await user.selectOptions(screen.getByLabelText('Wer'), 'Full name');
    await user.click(next());
    await arrived();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.file).toHaveProperty('name', 'leute.csv');
    expect(JSON.parse(String(sent[0]?.mapping))).toEqual({ Wer: 'full_name', 'E-Mail': 'emails' });
  });

  it('shows the first rows under what their columns mean', async () => {
    serve(tableLook());
    const { user } = await drop(sheet());
    const preview = await screen.findByRole('region', { name: 'The first 2 rows' });
    expect(within(preview).getAllByRole('columnheader')).toHaveLength(1);
    await user.selectOptions(screen.getByLabelText('Wer'), 'Full name');
    expect(within(preview).getByRole('columnheader', { name: 'Full name' })).toBeInTheDocument();
    expect(within(preview).getByRole('row', { name: 'Ana Lima ana@example.com' })).toBeInTheDocument();
  });

  it('goes by keyboard alone', async () => {
    const sent = serve(tableLook());
    const { user } = await drop(sheet());
    await screen.findByRole('heading', { name: 'What do the columns mean?' });
    await user.tab();
    expect(screen.getByRole('button', { name: 'Choose another file' })).toHaveFocus();
    await user.tab();
    expect(screen.getByLabelText('Wer')).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(screen.getByLabelText('Schuhgröße')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('region', { name: 'The first 2 rows' })).toHaveFocus();
    await user.tab();
    expect(next()).toHaveFocus();
    await user.keyboard('{Enter}');
    await arrived();
    expect(sent).toHaveLength(1);
  });

  it('wants a name or an email', async () => {
    const sent = serve(tableLook());
    const { user } = await drop(sheet());
    await user.selectOptions(await screen.findByLabelText('E-Mail'), 'Leave out');
    expect(screen.getByText('Say what a column means, and it appears here.')).toBeInTheDocument();
    await user.click(next());
    expect(screen.getByRole('alert')).toHaveTextContent('a name or an email');
    expect(screen.getByLabelText('Wer')).toHaveFocus();
    await user.selectOptions(screen.getByLabelText('Wer'), 'Last name');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('shows a table that is known too, and sends no mapping where nothing was changed', async () => {
    const sent = serve(tableLook({ format: 'csv' }));
    const { user } = await drop(sheet());
    await user.click(await screen.findByRole('button', { name: 'See what would come in' }));
    await arrived();
    expect(sent[0]).not.toHaveProperty('mapping');
  });

  it('keeps what was chosen when the server refuses, and says why', async () => {
    serve(tableLook(), problem(422, 'The file has no such column.'));
    const { user } = await drop(sheet());
    await user.selectOptions(await screen.findByLabelText('Wer'), 'Full name');
    await user.click(next());
    expect(await screen.findByRole('alert')).toHaveTextContent('no such column');
    expect(screen.getByLabelText('Wer')).toHaveValue('full_name');
    await user.click(next());
    await arrived();
  });

  it('can be left for another file', async () => {
    serve(tableLook());
    const { user } = await drop(sheet());
    await user.click(await screen.findByRole('button', { name: 'Choose another file' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import' })).toBeInTheDocument();
    expect(screen.getByLabelText(/Drop a file here/)).toBeInTheDocument();
  });

  it.each([
    ['what LinkedIn wrote', 'Connections.csv', tableLook({ format: 'linkedin_connections' })],
    ['an address book', 'me.vcf', problem(500, 'Nobody asks about the columns of a vCard.')],
    ['what is no table', 'notes.txt', problem(415, 'It is no table of text.')],
  ])('does not ask about %s', async (_, name, look) => {
    const sent = serve(look);
    await drop(sheet(name));
    await arrived();
    expect(sent.map(({ file }) => (file instanceof File ? file.name : file))).toEqual([name]);
  });
});
