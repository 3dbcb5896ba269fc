import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { parted } from '@/lib/lists';
import { accessibilityFaults } from '@/test/axe';
import { page } from '@/test/data/page';
import { contact, row } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';
import { BLANK, toDraft, toForm, toPatch } from './model/contact-form';
import { isFiltered, tidy } from './model/filters';
import { roleOf } from './model/role';

/** Serves people, and notes what was asked for. */
function servePeople(...people: ReturnType<typeof row>[]) {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get('*/v1/contacts', ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      const q = searchParams.get('q')?.toLowerCase() ?? '';
      return HttpResponse.json(page(...people.filter(({ full_name }) => full_name.toLowerCase().includes(q))));
    }),
  );
  return asked;
}

describe('People', () => {
  it('lists people with their stage, and has no accessibility fault', async () => {
    servePeople(row(), row({ id: 'mei', full_name: 'Mei Tanaka', trust_stage: 'ally' }));
    const { container } = renderApp('/people');
    const mei = await screen.findByRole('link', { name: /Mei Tanaka/ });
    expect(mei).toHaveAttribute('href', '/people/mei');
    expect(within(mei).getByText('Ally')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('searches once the fingers rest, keeps it in the address, and can be cleared', async () => {
    const asked = servePeople(row(), row({ id: 'mei', full_name: 'Mei Tanaka' }));
    const { user, router } = renderApp('/people');
    await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'nobody');
    await screen.findByRole('heading', { name: 'Nobody fits' });
    expect(router.state.location.search).toEqual({ q: 'nobody' });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByRole('link', { name: /Mei Tanaka/ })).toBeInTheDocument();
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
    expect(asked.map((params) => params.get('q'))).not.toContain('n');
  });

  it('filters by stage and sorts', async () => {
    const asked = servePeople(row());
    const { user } = renderApp('/people');
    await user.click(await screen.findByRole('button', { name: 'Filters' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trust' }), 'Rapport');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Warmest first');
    await waitFor(() => expect(asked.at(-1)?.get('trust_stage')).toBe('rapport'));
    await waitFor(() => expect(asked.at(-1)?.get('sort')).toBe('warmth'));
  });

  it('backs out of the filters before it leaves', async () => {
    servePeople(row());
    const { user, router } = renderApp('/people');
    await user.click(await screen.findByRole('button', { name: 'Filters' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Trust' })).not.toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/people');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('invites when there is nobody', async () => {
    servePeople();
    renderApp('/people');
    expect(await screen.findByRole('heading', { name: 'Nobody here yet' })).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    server.use(http.get('*/v1/contacts', () => problem(500, 'Oh.')));
    renderApp('/people');
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('Add a person', () => {
  it('needs a name, sends what was filled in, and shows the person', async () => {
    let sent: unknown;
    server.use(
      http.post('*/v1/contacts', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(contact(), { status: 201 });
      }),
    );
    const { user, router } = renderApp('/people/new');
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Enter a name.')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sam Okafor');
    await user.type(screen.getByRole('textbox', { name: 'Company' }), 'Northwind');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/sam'));
    expect(sent).toEqual({ full_name: 'Sam Okafor', company: 'Northwind', importance: 3, do_not_contact: false });
  });

  it('puts a refusal beside its field', async () => {
    server.use(
      http.post('*/v1/contacts', () => problem(422, 'Refused', [{ pointer: '#/emails/0', detail: 'Not an address.' }])),
    );
    const { user } = renderApp('/people/new');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Sam');
    await user.click(screen.getByText('Where and how to reach them'));
    await user.type(screen.getByRole('textbox', { name: 'Email' }), 'x');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Not an address.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Email' })).toBeInvalid();
  });
});

describe('Edit a person', () => {
  it('sends only what changed, and says what was guessed', async () => {
    let sent: unknown;
    server.use(
      http.patch('*/v1/contacts/sam', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(contact());
      }),
    );
    const { user, router } = renderApp('/people/sam/edit');
    const company = await screen.findByRole('textbox', { name: 'Company' });
    expect(screen.getByRole('combobox', { name: 'Seniority' })).toHaveAccessibleDescription(/Comity guessed/);
    await user.clear(company);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/sam'));
    expect(sent).toMatchObject({ company: null });
    expect(sent).not.toHaveProperty('full_name');
  });
});

describe('the form', () => {
  it('goes there and back', () => {
    const form = toForm(contact({ emails: ['a@x.org', 'b@x.org'] }));
    expect(form.emails).toBe('a@x.org, b@x.org');
    expect(toDraft({ ...BLANK, full_name: 'Mei', tags: 'climate, , sea' })).toMatchObject({ tags: ['climate', 'sea'] });
    expect(toPatch({ ...form, tags: '', company: '' }, { tags: true, company: true })).toEqual({
      tags: [],
      company: null,
    });
    expect(parted(' a,, b ')).toEqual(['a', 'b']);
  });

  it('knows a filter from an order', () => {
    expect(isFiltered({ sort: 'warmth' })).toBe(false);
    expect(isFiltered({ q: 'sam' })).toBe(true);
    expect(tidy({ q: '', tag: 'sea' })).toEqual({ tag: 'sea' });
  });

  it('says what somebody does, as far as it is known', () => {
    expect(roleOf({ title: 'Lead', company: null })).toBe('Lead');
    expect(roleOf({})).toBe('');
  });
});
