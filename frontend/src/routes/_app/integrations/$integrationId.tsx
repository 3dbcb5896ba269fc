import { createFileRoute } from '@tanstack/react-router';
import { IntegrationScreen, integrationQuery, kindsQuery } from '@/features/integrations';

export const Route = createFileRoute('/_app/integrations/$integrationId')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(integrationQuery(params.integrationId)),
      queryClient.ensureQueryData(kindsQuery()),
    ]),
  component: IntegrationPage,
});

function IntegrationPage() {
  return <IntegrationScreen integrationId={Route.useParams().integrationId} />;
}
