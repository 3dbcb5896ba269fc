import type { Account } from '@/api/types';
import { CalendarAddress } from './calendar-address';
import { DigestHour } from './digest-hour';
import { SettingsSection } from './settings-section';

/** What reaches the owner outside of this app: a mail in the morning, and a calendar to subscribe to. */
export function MorningSection({ me }: { me: Account }) {
  return (
    <SettingsSection title="Mail and calendar" lead="One mail in the morning, and only when there is something.">
      <DigestHour me={me} />
      <CalendarAddress />
    </SettingsSection>
  );
}
