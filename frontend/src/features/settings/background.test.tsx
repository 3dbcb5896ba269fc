import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/test/render-app';
import { problem, server } from '@/test/server';

const part = async () => within(await screen.findByRole('region', { name: 'Your background' }));

describe('The background', () => {
  it('keeps what is typed, several by commas and accomplishments by lines', async () => {
    let sent: unknown;
    server.use(
      http.put('*/v1/me/background', async ({ request }) => {
        sent = Object(await request.json());
        return HttpResponse.json(Object(sent));
      }),
    );
    const { user } = renderApp('/settings');
    const inside = await part();
    await user.type(await inside.findByLabelText('Where you have worked'), 'Acme, , Globex ');
    await user.type(inside.getByLabelText('What you have done'), 'Led a launch, twice{enter}Wrote a book');
    await user.click(inside.getByRole('button', { name: 'Save background' }));
    await waitFor(() =>
      expect(sent).toEqual({
        employers: ['Acme', 'Globex'],
        schools: ['Oslo'],
        places: [],
        groups: [],
        interests: [],
        accomplishments: ['Led a launch, twice', 'Wrote a book'],
      }),
    );
  });

  it('says where it could not be kept, and lets it be asked for again', async () => {
    server.use(http.put('*/v1/me/background', () => problem(422, 'Too long.')));
    const { user, unmount } = renderApp('/settings');
    await user.click(await (await part()).findByRole('button', { name: 'Save background' }));
    expect(await (await part()).findByRole('alert')).toHaveTextContent('Too long.');
    unmount();
    server.use(http.get('*/v1/me/background', () => problem(500, 'Oh.')));
    renderApp('/settings');
    expect(await (await part()).findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
