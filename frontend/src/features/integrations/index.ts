export { integrationQuery, integrationsQuery, kindsQuery } from './api/queries';
export { IntegrationScreen } from './ui/integration-screen';
export { IntegrationsScreen } from './ui/integrations-screen';
