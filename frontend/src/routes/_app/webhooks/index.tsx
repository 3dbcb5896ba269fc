import { createFileRoute } from '@tanstack/react-router';
import { WebhooksScreen, webhooksQuery } from '@/features/webhooks';

export const Route = createFileRoute('/_app/webhooks/')({
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(webhooksQuery()),
  component: WebhooksScreen,
});
