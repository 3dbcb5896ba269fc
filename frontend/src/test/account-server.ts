import { HttpResponse, http } from 'msw';
import { account } from './data/people';
import { server } from './server';

/** Answers every PATCH of the account, and keeps what was sent. */
export function recordPatches() {
  const sent: unknown[] = [];
  server.use(
    http.patch('*/v1/me', async ({ request }) => {
      const body = Object(await request.json());
      sent.push(body);
      return HttpResponse.json({ ...account(), ...body });
    }),
  );
  return sent;
}

export const noContent = () => new HttpResponse(null, { status: 204 });
