import { Link } from '@tanstack/react-router';
import { buttonClass } from '@/ui/button';
import { SettingsSection } from './settings-section';

export function IntegrationsSection() {
  return (
    <SettingsSection
      title="Integrations"
      lead="Calendars, mail, calls, or a script of yours: other programs tell what happened, and it stands in the log."
    >
      <Link to="/integrations" className={buttonClass('secondary', 'md', 'justify-self-start')}>
        Open integrations
      </Link>
    </SettingsSection>
  );
}
