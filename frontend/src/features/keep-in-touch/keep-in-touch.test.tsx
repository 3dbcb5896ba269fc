import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Contact, TagInTouch } from '@/api/types';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { contact } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { inForce, intervalWords, readInterval } from './model/interval';

const mentors: TagInTouch = { tag: 'mentor', ideal_days: 30, longest_days: 60 };
const friends: TagInTouch = { tag: 'friend', ideal_days: 20, longest_days: 90 };

/** Keeps the intervals by tag as the server does, and what was put. */
function keepTags(...tags: TagInTouch[]) {
  const put: unknown[] = [];
  let kept: unknown = { tags };
  server.use(
    http.get('*/v1/me/keep-in-touch', () => HttpResponse.json(Object(kept))),
    http.put('*/v1/me/keep-in-touch', async ({ request }) => {
      kept = await request.json();
      put.push(kept);
      return HttpResponse.json(Object(kept));
    }),
  );
  return put;
}

/** Keeps Sam as the server does, and what was changed. */
function keepSam(over: Partial<Contact> = {}) {
  const sent: unknown[] = [];
  let sam = contact({ tags: ['mentor'], ...over });
  server.use(
    http.get('*/v1/contacts/sam', () => HttpResponse.json(sam)),
    http.patch('*/v1/contacts/sam', async ({ request }) => {
      const body = Object(await request.json());
      sent.push(body);
      sam = { ...sam, ...body };
      return HttpResponse.json(sam);
    }),
  );
  return sent;
}

describe('What counts', () => {
  it('is their own, then the shortest of their tags, then nothing', () => {
    const own = { ideal_days: 5, longest_days: 500 };
    expect(inForce(own, ['mentor'], [mentors])).toEqual({ interval: own, tag: null });
    expect(inForce(null, ['friend', 'mentor'], [friends, mentors])?.tag).toBe('mentor');
    expect(inForce(null, ['Mentor'], [mentors])).toBeNull();
  });

  it('is said in days', () => {
    expect(intervalWords({ ideal_days: 1, longest_days: 7 })).toBe('Every day, 7 at the longest.');
    expect(intervalWords({ ideal_days: 30, longest_days: 30 })).toBe('Every 30 days.');
  });

  it('is read, or refused where it stands', () => {
    expect(readInterval({ ideal: '30', longest: '45' }).interval).toEqual({ ideal_days: 30, longest_days: 45 });
    expect(readInterval({ ideal: '', longest: '1.5' }).faults).toEqual({
      ideal: 'Enter whole days, 1 to 3650.',
      longest: 'Enter whole days, 1 to 3650.',
    });
    expect(readInterval({ ideal: '30', longest: '29' }).faults).toEqual({ longest: 'Not shorter than the ideal.' });
  });
});

describe('A person', () => {
  it('says that the warmth decides, takes an interval, and gives it back', async () => {
    keepTags();
    const sent = keepSam();
    const { user } = renderApp('/people/sam?view=about');
    const section = await screen.findByRole('region', { name: 'Keep in touch' });
    expect(await within(section).findByText(/how warm the tie is decides/)).toBeInTheDocument();
    await user.click(within(section).getByRole('button', { name: 'How often to be in touch' }));
    const longest = await screen.findByLabelText('At the longest … days');
    await user.clear(longest);
    await user.type(longest, '10');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not shorter than the ideal.')).toBeInTheDocument();
    await user.type(longest, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await within(section).findByText('Every 30 days, 100 at the longest.')).toBeInTheDocument();
    expect(within(section).getByText('Set for them.')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(sent).toEqual([{ keep_in_touch: { ideal_days: 30, longest_days: 100 } }, { keep_in_touch: null }]),
    );
  });

  it('names the tag that an interval comes from', async () => {
    keepTags(mentors, friends);
    keepSam({ tags: ['mentor', 'friend'] });
    renderApp('/people/sam?view=about');
    expect(await screen.findByText('By the tag “mentor”.')).toBeInTheDocument();
  });

  it('lets go of an interval of their own', async () => {
    keepTags(mentors);
    const sent = keepSam({ keep_in_touch: { ideal_days: 7, longest_days: 14 } });
    const { user } = renderApp('/people/sam?view=about');
    await user.click(await screen.findByRole('button', { name: 'How often to be in touch' }));
    await user.click(await screen.findByRole('button', { name: 'No interval of their own' }));
    expect(await screen.findByText('By the tag “mentor”.')).toBeInTheDocument();
    expect(sent).toEqual([{ keep_in_touch: null }]);
  });

  it('who is never to be written to has no interval', async () => {
    keepSam({ do_not_contact: true });
    renderApp('/people/sam?view=about');
    await screen.findByRole('region', { name: 'Promises' });
    expect(screen.queryByRole('region', { name: 'Keep in touch' })).toBeNull();
  });
});

describe('Tags', () => {
  it('get an interval in the settings, lose it, and get it back', async () => {
    const put = keepTags(friends);
    server.use(http.get('*/v1/contacts', () => HttpResponse.json(page())));
    const { user, container } = renderApp('/settings');
    await user.type(await screen.findByLabelText('Tag'), ' mentor ');
    await user.click(screen.getByRole('button', { name: 'Set for this tag' }));
    const row = await screen.findByRole('button', { name: 'Remove mentor' });
    expect(put).toEqual([{ tags: [friends, mentors] }]);
    expect((await screen.findAllByText(/Nobody bears this tag yet/)).length).toBe(2);
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(row);
    await waitFor(() => expect(put.at(-1)).toEqual({ tags: [friends] }));
    const undo = await screen.findAllByRole('button', { name: 'Undo' });
    await user.click(undo.at(-1) ?? row);
    await waitFor(() => expect(put).toHaveLength(3));
  });

  it('can be changed, and say why the server refused', async () => {
    keepTags(mentors);
    server.use(http.put('*/v1/me/keep-in-touch', () => problem(422, 'There are too many.')));
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Change mentor' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There are too many.');
  });

  it('must be named', async () => {
    const put = keepTags();
    const { user } = renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Set for this tag' }));
    expect(await screen.findByText(/Which tag/)).toBeInTheDocument();
    expect(put).toEqual([]);
  });
});
