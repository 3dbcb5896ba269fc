export { webhookQuery, webhooksQuery } from './api/queries';
export { WebhookScreen } from './ui/webhook-screen';
export { WebhooksScreen } from './ui/webhooks-screen';
