import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '@/features/account';
import { Page } from '@/ui/page';
import { AccountSection } from './account-section';
import { AppearanceSection } from './appearance-section';
import { BackgroundSection } from './background-section';
import { DataSection } from './data-section';
import { DaySection } from './day-section';
import { InTouchSection } from './in-touch-section';
import { LinkSection } from './link-section';
import { MorningSection } from './morning-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';
import { SignOutButton } from './sign-out-button';
import { TokensSection } from './tokens-section';

export function SettingsScreen() {
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <Page title="Settings" subtitle={me.email} actions={<SignOutButton />}>
      <div className="grid gap-6">
        <AccountSection me={me} />
        <BackgroundSection />
        <DaySection me={me} />
        <InTouchSection />
        <MorningSection me={me} />
        <AppearanceSection me={me} />
        <PasswordSection />
        <SessionsSection />
        <TokensSection />
        <LinkSection
          title="Integrations"
          lead="Calendars, mail, calls, or a script of yours: other programs tell what happened, and it stands in the log."
          to="/integrations"
        />
        <LinkSection
          title="Webhooks"
          lead="The other way round: Comity tells your programs what comes due, and what has changed."
          to="/webhooks"
        />
        <DataSection me={me} />
      </div>
    </Page>
  );
}
