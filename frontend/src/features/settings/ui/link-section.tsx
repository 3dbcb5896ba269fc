import { Link } from '@tanstack/react-router';
import { buttonClass } from '@/ui/button';
import { SettingsSection } from './settings-section';

interface Props {
  title: string;
  lead: string;
  to: '/integrations' | '/webhooks';
}

/** What has a screen of its own. */
export function LinkSection({ title, lead, to }: Props) {
  return (
    <SettingsSection title={title} lead={lead}>
      <Link to={to} className={buttonClass('secondary', 'md', 'justify-self-start')}>
        {`Open ${title.toLowerCase()}`}
      </Link>
    </SettingsSection>
  );
}
