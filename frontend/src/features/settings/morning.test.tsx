import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { noContent, recordPatches } from '@/test/account-server';
import { digests } from '@/test/data/people';
import { NOW } from '@/test/now';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { digestWords } from './model/morning';

describe('The morning', () => {
  it('sets the hour of the digest, and takes it back', async () => {
    const sent = recordPatches();
    const { user } = renderApp('/settings');
    const hour = await screen.findByLabelText('Digest at');
    await user.type(hour, '07:30');
    await user.click(screen.getByRole('button', { name: 'Set the hour' }));
    await waitFor(() => expect(sent).toEqual([{ digest_at: '07:30' }]));
    await user.click(await screen.findByRole('button', { name: 'No digest' }));
    await waitFor(() => expect(sent[1]).toEqual({ digest_at: null }));
    await waitFor(() => expect(hour).toHaveValue(''));
  });

  it('tells when the next digest is due and what became of the last, and where mail cannot go out', async () => {
    const last = { id: 'd', attempts: 0, weekly: false, created_at: '', settled_at: null };
    const found = { digest_at: '07:30', next_at: '2026-03-11T07:30:00Z', day: '2026-03-10' };
    const words = (status: 'sent' | 'empty' | 'queued' | 'failed', reason: string | null = null) =>
      digestWords(digests({ ...found, last: { ...last, day: found.day, status, reason } }), NOW);
    expect(words('sent')).toMatch(/^The next is due 11 Mar, \d\d:30\. The one of 10 Mar was sent\.$/);
    expect(words('empty')).toContain('had nothing to say');
    expect(words('queued')).toContain('is on its way');
    expect(words('failed', 'No such mailbox.')).toContain('could not be sent: No such mailbox.');
    expect(digestWords(digests(), NOW)).toBe('');
    server.use(http.get('*/v1/me/digest', () => HttpResponse.json(digests({ goes_by: 'log' }))));
    renderApp('/settings');
    expect(await screen.findByText(/Mail is not set up on this Comity/)).toBeInTheDocument();
  });

  it('shows the address of the calendar once', async () => {
    const made = { last_four: 'wxyz', created_at: '2026-03-10T09:00:00Z', secret: 'wxyz' };
    const path = '/v1/calendar.ics?secret=wxyz';
    let isThere = false;
    server.use(
      http.get('*/v1/me/calendar', () => (isThere ? HttpResponse.json(made) : problem(404, 'None.'))),
      http.post('*/v1/me/calendar', () => {
        isThere = true;
        return HttpResponse.json({ ...made, path }, { status: 201 });
      }),
      http.delete('*/v1/me/calendar', () => {
        isThere = false;
        return noContent();
      }),
    );
    const { user, unmount } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Make an address' }));
    expect(await screen.findByText(`${window.location.origin}${path}`)).toBeInTheDocument();
    unmount();
    renderApp('/settings');
    expect(await screen.findByText(/ends in …wxyz was made today/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'End the calendar' }));
    expect(await screen.findByRole('button', { name: 'Make an address' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'End the calendar' })).not.toBeInTheDocument();
  });
});
