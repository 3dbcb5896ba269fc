import { createFileRoute } from '@tanstack/react-router';
import { CHANNELS, ComposerScreen, INTENTS } from '@/features/composer';
import { contactQuery } from '@/features/contacts';
import { oneOf, reads, text } from '@/lib/address';
import { ASKS } from '@/lib/orders';

const address = reads({
  person: text,
  about: text,
  channel: oneOf(CHANNELS),
  ask: oneOf(ASKS),
  intent: oneOf(INTENTS),
});

export const Route = createFileRoute('/_app/write')({
  validateSearch: address,
  loaderDeps: ({ search }) => ({ person: search.person, about: search.about }),
  loader: async ({ context, deps }) => {
    const one = (id: string | undefined) => (id ? context.queryClient.ensureQueryData(contactQuery(id)) : null);
    const [person, about] = await Promise.all([one(deps.person), one(deps.about)]);
    return { person, about };
  },
  component: Write,
});

function Write() {
  const { person, about } = Route.useLoaderData();
  const { channel, ask, intent } = Route.useSearch();
  const beginning = {
    ...(person && { person: { id: person.id, full_name: person.full_name } }),
    ...(about && { about: { id: about.id, full_name: about.full_name } }),
    ...(channel && { channel }),
    ...(ask && { askSize: ask }),
    ...(intent && { intent }),
  };
  return <ComposerScreen key={person?.id} beginning={beginning} />;
}
