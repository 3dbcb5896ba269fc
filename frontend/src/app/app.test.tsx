import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { account } from '@/test/data/people';
import { renderApp } from '@/test/render-app';
import { server } from '@/test/server';
import { levelAbove } from './levels';

describe('The palette', () => {
  it('finds people and commands, and runs what is chosen', async () => {
    const { user, router } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Find a person or a command' });
    expect(await accessibilityFaults(palette)).toEqual([]);
    await user.keyboard('goals');
    await within(palette).findByRole('option', { name: /Go to Goals/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/goals'));
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('sam');
    await user.click(await screen.findByRole('option', { name: /Sam Okafor/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/sam'));
  });
});

describe('Keys', () => {
  it('go places, and are all in the sheet', async () => {
    const { user, router } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('gp');
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Go to Today')).toBeInTheDocument();
    expect(await accessibilityFaults(sheet)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('/');
    await waitFor(() => expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveFocus());
  });

  it('open a person and back out again', async () => {
    const { user, router } = renderApp('/');
    await screen.findByRole('article');
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/sam'));
    await screen.findByRole('heading', { level: 1, name: 'Sam Okafor' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
  });
});

describe('One level up', () => {
  it.each([
    ['/people/7/edit', '/people/7'],
    ['/people/7', '/people'],
    ['/people', '/'],
    ['/', null],
  ])('from %s is %s', (pathname, above) => expect(levelAbove(pathname)).toBe(above));
});

describe('The theme of the account', () => {
  it('is shown on whatever device one signs in', async () => {
    server.use(http.get('*/v1/me', () => HttpResponse.json(account({ theme: 'dark' }))));
    renderApp('/goals');
    await screen.findByRole('heading', { level: 1, name: 'Goals' });
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('An address that does not exist', () => {
  it('leads back to Today', async () => {
    renderApp('/nowhere');
    expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeInTheDocument();
  });
});
