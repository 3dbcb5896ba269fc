import { createFileRoute } from '@tanstack/react-router';
import { BriefScreen, briefQuery } from '@/features/brief';

export const Route = createFileRoute('/_app/people/$contactId/brief')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(briefQuery(params.contactId)),
  component: BriefPage,
});

function BriefPage() {
  return <BriefScreen contactId={Route.useParams().contactId} />;
}
