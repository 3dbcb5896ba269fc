import { Link } from '@tanstack/react-router';
import { buttonClass } from '@/ui/button';
import { SettingsSection } from './settings-section';

export function WebhooksSection() {
  return (
    <SettingsSection
      title="Webhooks"
      lead="The other way round: Comity tells your programs what comes due, and what has changed."
    >
      <Link to="/webhooks" className={buttonClass('secondary', 'md', 'justify-self-start')}>
        Open webhooks
      </Link>
    </SettingsSection>
  );
}
