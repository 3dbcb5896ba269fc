import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { attendee, gathering, keyPerson, roundtable } from '@/test/data/events';
import { importJob } from '@/test/data/log';
import { page } from '@/test/data/page';
import { step } from '@/test/data/steps';
import { recorder, serveEvent, servePlan } from '@/test/event-server';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';

beforeEach(serveEvent);

describe('Before an event', () => {
  it('shows whom to meet and why, who else comes, and its parts', async () => {
    const { container } = renderApp('/events/ev-1?tab=before');
    expect(await screen.findByRole('heading', { name: 'Tell Sam that you will be there' })).toBeInTheDocument();
    expect(screen.getByText(/Nine days without an answer/)).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Mei Tanaka' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'It is Sam Okafor' })).toBeInTheDocument();
    expect(screen.getByText('Keynote')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('takes somebody of the list: as whom they are, or as somebody new', async () => {
    const { sent, answer } = recorder();
    server.use(http.post('*/v1/events/ev-1/suggestions/sug-1/accept', answer(attendee({ added: true }))));
    const { user } = renderApp('/events/ev-1?tab=before');
    await user.click(await screen.findByRole('button', { name: 'It is Sam Okafor' }));
    expect((await screen.findAllByText('Mei Tanaka is added to your people.')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Add S. Okafor' }));
    await waitFor(() => expect(sent).toEqual([{ contact_id: 'sam' }, {}]));
    await user.click(screen.getByRole('button', { name: 'I know S. Okafor already' }));
    await user.type(await screen.findByRole('combobox', { name: 'Among your people' }), 'sam');
    await user.click(await screen.findByRole('option', { name: /Sam Okafor/ }));
    await user.click(screen.getByRole('button', { name: 'It is them' }));
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]).toEqual({ contact_id: 'sam' });
  });

  it('leaves somebody out once it is sure', async () => {
    let gone = 0;
    server.use(
      http.delete('*/v1/events/ev-1/suggestions/sug-1', () => {
        gone += 1;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp('/events/ev-1?tab=before');
    await user.click(await screen.findByRole('button', { name: 'Leave out S. Okafor' }));
    expect(gone).toBe(0);
    await user.click(await screen.findByRole('button', { name: 'Leave out' }));
    await waitFor(() => expect(gone).toBe(1));
  });

  it('adds somebody by name, and takes somebody off and back', async () => {
    const { sent, answer } = recorder();
    server.use(
      http.post('*/v1/events/ev-1/attendees', answer(attendee({ full_name: 'Ole Berg', added: true }), 201)),
      http.delete('*/v1/events/ev-1/attendees/mei', () => new HttpResponse(null, { status: 204 })),
    );
    const { user } = renderApp('/events/ev-1?tab=before');
    await user.click(await screen.findByRole('button', { name: 'Add somebody' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ole Berg');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findAllByText('Ole Berg is new among your people.')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Mei Tanaka does not come' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent).toMatchObject([{ full_name: 'Ole Berg' }, { contact_id: 'mei' }]));
  });

  it('says what comes first, and who is left in peace', async () => {
    const rest = { rule: 'silence.rest', text: 'Two words stayed unanswered.', evidence: [], why: '/playbook#x' };
    const other = keyPerson({ contact: { ...keyPerson().contact, id: 'ole', full_name: 'Ole Berg' }, held_back: rest });
    servePlan({ key_people: [keyPerson({ next_step: step({ action: 'reply', headline: 'Answer Sam' }) }), other] });
    renderApp('/events/ev-1?tab=before');
    expect(await screen.findByText('First: Answer Sam')).toBeInTheDocument();
    expect(screen.getByText(/Two words stayed unanswered/)).toBeInTheDocument();
  });

  it('says how to find out who comes, and takes the list for this event', async () => {
    const forms: FormData[] = [];
    server.use(
      http.post('*/v1/imports', async ({ request }) => {
        forms.push(await request.formData());
        return HttpResponse.json(importJob({ event_id: 'ev-1' }), { status: 202 });
      }),
      http.get('*/v1/imports/imp-1', () => HttpResponse.json(importJob({ event_id: 'ev-1', status: 'done' }))),
      http.get('*/v1/imports/imp-1/records', () => HttpResponse.json(page())),
    );
    const headline = 'Find out who will be at Climate meetup';
    servePlan({ key_people: [], find_out: step({ contact: null, action: 'event_before', headline }) });
    const { user, container } = renderApp('/events/ev-1?tab=before');
    expect(await screen.findByRole('heading', { name: headline })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Import the list of attendees' }));
    await screen.findByRole('heading', { name: 'Import the attendees' });
    const input = container.querySelector('input[type=file]');
    if (!(input instanceof HTMLInputElement)) throw new Error('There is no place for a file.');
    await user.upload(input, new File(['BEGIN:VCARD'], 'people.vcf', { type: 'text/vcard' }));
    expect(await screen.findByRole('link', { name: 'See who comes' })).toHaveAttribute('href', '/events/ev-1');
    expect(forms[0]?.get('event_id')).toBe('ev-1');
  });

  it('takes a part of the event', async () => {
    const { sent, answer } = recorder();
    server.use(http.patch('*/v1/events/ev-1', answer(gathering())));
    const { user } = renderApp('/events/ev-1?tab=before');
    await user.click(await screen.findByRole('button', { name: 'Add a part' }));
    await user.type(await screen.findByLabelText('What is it called?'), 'Dinner');
    await user.click(screen.getByRole('radio', { name: 'Informal' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([
      { sessions: [{ title: roundtable.title }, { title: 'Keynote' }, { title: 'Dinner', kind: 'informal' }] },
    ]);
  });
});
