import { createFileRoute } from '@tanstack/react-router';
import { ImportScreen } from '@/features/imports';
import { reads, text } from '@/lib/address';

export const Route = createFileRoute('/_app/import/')({
  validateSearch: reads({ event: text }),
  component: Import,
});

function Import() {
  return <ImportScreen eventId={Route.useSearch().event} />;
}
