import { createFileRoute } from '@tanstack/react-router';
import { ImportJobScreen, importQuery } from '@/features/imports';

export const Route = createFileRoute('/_app/import/$importId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(importQuery(params.importId)),
  component: ImportJob,
});

function ImportJob() {
  return <ImportJobScreen importId={Route.useParams().importId} />;
}
