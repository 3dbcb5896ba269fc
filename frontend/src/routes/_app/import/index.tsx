import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { ImportScreen } from '@/features/imports';

export const Route = createFileRoute('/_app/import/')({
  validateSearch: v.object({ event: v.optional(v.string()) }),
  component: Import,
});

function Import() {
  return <ImportScreen eventId={Route.useSearch().event} />;
}
