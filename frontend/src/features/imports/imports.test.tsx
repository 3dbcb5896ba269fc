import { fireEvent, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { importJob, importRecord, tableLook } from '@/test/data/log';
import { page } from '@/test/data/page';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { progressWords, verdict, wouldChange } from './model/status';

const csv = () => new File(['First Name,Last Name\nSam,Okafor\n'], 'Connections.csv', { type: 'text/csv' });

const RECORDS = {
  created: importRecord({ outcome: 'created', label: 'Mei Tanaka', contact_id: 'mei', line: 15 }),
  updated: importRecord({ outcome: 'updated', label: '', contact_id: 'sam', line: 16 }),
  refused: importRecord(),
};

function serveJob(...states: ReturnType<typeof importJob>[]) {
  let at = 0;
  server.use(
    http.get('*/v1/imports/:id', () => HttpResponse.json(states[Math.min(at, states.length - 1)])),
    http.post('*/v1/imports/:id/:verb', () => {
      at += 1;
      return HttpResponse.json(states[Math.min(at, states.length - 1)], { status: 202 });
    }),
    http.get('*/v1/imports/:id/records', ({ request }) => {
      const outcome = new URL(request.url).searchParams.get('outcome');
      return HttpResponse.json(page(RECORDS[outcome === 'created' || outcome === 'updated' ? outcome : 'refused']));
    }),
  );
}

const served = http.post('*/v1/imports/columns', () =>
  HttpResponse.json(tableLook({ format: 'linkedin_connections' })),
);

describe('Import', () => {
  beforeEach(() => server.use(served));

  it('takes a dropped file and shows what would come in', async () => {
    let sent: FormDataEntryValue | null = null;
    serveJob(importJob());
    server.use(
      http.post('*/v1/imports', async ({ request }) => {
        sent = (await request.formData()).get('file');
        return HttpResponse.json(importJob(), { status: 202 });
      }),
    );
    const { container } = renderApp('/import');
    const zone = await screen.findByLabelText(/Drop a file here/);
    expect(await accessibilityFaults(container)).toEqual([]);
    fireEvent.change(zone, { target: { files: [csv()] } });
    expect(await screen.findByRole('heading', { name: 'This is what would come in' })).toBeInTheDocument();
    expect(sent).toHaveProperty('name', 'Connections.csv');
    expect(screen.getByText('312')).toBeInTheDocument();
  });

  it('lists refused records with their line and reason', async () => {
    serveJob(importJob());
    renderApp('/import/imp-1');
    expect(await screen.findByRole('row', { name: /14 – No name\./ })).toBeInTheDocument();
  });

  it('names who would come in, and leads to them once they are in', async () => {
    serveJob(importJob(), importJob({ status: 'done' }));
    const { user, container } = renderApp('/import/imp-1');
    const fresh = await screen.findByRole('region', { name: 'New' });
    expect(await within(fresh).findByText('Mei Tanaka')).toBeInTheDocument();
    expect(within(fresh).queryByRole('link')).toBeNull();
    const changed = screen.getByRole('region', { name: 'To be brought up to date' });
    expect(await within(changed).findByText('Line 16')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Import 316/ }));
    expect(await screen.findByRole('link', { name: 'Mei Tanaka' })).toHaveAttribute('href', '/people/mei');
  });

  it('applies with a progress bar, and can be undone', async () => {
    const progress = { done: 12_400, total: 30_000, per_second: 3100, seconds_left: 6 };
    serveJob(importJob(), importJob({ status: 'done', progress }), importJob({ status: 'undone' }));
    const { user } = renderApp('/import/imp-1');
    await user.click(await screen.findByRole('button', { name: 'Import 316 records' }));
    expect(await screen.findByRole('heading', { name: '312 new, 4 brought up to date' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByRole('heading', { name: /^Undone/ })).toBeInTheDocument();
  });

  it('shows how far it is, on its own page and in the shell of every other', async () => {
    const progress = { done: 12_400, total: 30_000, per_second: 3100, seconds_left: 6 };
    const job = importJob({ status: 'applying', progress });
    serveJob(job);
    server.use(http.get('*/v1/imports', () => HttpResponse.json(page(job))));
    const { router } = renderApp('/import/imp-1');
    expect(await screen.findByText('12,400 of 30,000, 3,100 a second, 6 seconds left')).toBeInTheDocument();
    expect(screen.getAllByRole('progressbar', { name: 'Coming in' })).toHaveLength(1);
    await router.navigate({ to: '/goals' });
    await screen.findByRole('heading', { level: 1, name: 'Goals' });
    const [inSidebar] = await screen.findAllByRole('progressbar', { name: 'Coming in' });
    expect(inSidebar).toHaveAttribute('aria-valuenow', '41');
  });

  it('says why a file was refused', async () => {
    server.use(http.post('*/v1/imports', () => problem(415, 'This is a picture, not a list of people.')));
    renderApp('/import');
    fireEvent.change(await screen.findByLabelText(/Drop a file here/), { target: { files: [csv()] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('This is a picture');
  });

  it('does not offer to import what brings nothing', async () => {
    serveJob(importJob({ counts: { created: 0, updated: 0, skipped: 316, refused: 0 } }));
    renderApp('/import/imp-1');
    expect(await screen.findByRole('heading', { name: 'Nothing in this file is new' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument();
  });
});

describe('a verdict', () => {
  it('calls nothing old that was refused', () => {
    const counts = { created: 0, updated: 0, skipped: 0, refused: 3 };
    expect(verdict(importJob({ status: 'ready', counts }))).toBe('Nothing in this file can come in yet');
  });
});

describe('progress', () => {
  it('leaves out what is not known', () => {
    const progress = { done: 7, total: 0, per_second: 0, seconds_left: null };
    expect(progressWords(importJob({ progress }))).toBe('7 records');
    expect(wouldChange(importJob())).toBe(316);
  });
});
