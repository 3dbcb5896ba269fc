import { createFileRoute } from '@tanstack/react-router';
import { IntegrationsScreen, integrationsQuery, kindsQuery } from '@/features/integrations';

export const Route = createFileRoute('/_app/integrations/')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(integrationsQuery()), queryClient.ensureQueryData(kindsQuery())]),
  component: IntegrationsScreen,
});
