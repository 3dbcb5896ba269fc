import { createFileRoute } from '@tanstack/react-router';
import { WebhookScreen, webhookQuery } from '@/features/webhooks';

export const Route = createFileRoute('/_app/webhooks/$webhookId')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(webhookQuery(params.webhookId)),
  component: WebhookPage,
});

function WebhookPage() {
  return <WebhookScreen webhookId={Route.useParams().webhookId} />;
}
