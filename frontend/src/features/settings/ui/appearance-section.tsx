import type { Account } from '@/api/types';
import { useSaveAccount } from '@/features/account';
import { applyTheme } from '@/lib/theme';
import { ChipChoice } from '@/ui/chip';
import { Checkbox } from '@/ui/field';
import { SettingsSection } from './settings-section';

const THEMES = ['system', 'light', 'dark'] as const;
const THEME_LABEL = { system: 'Like the system', light: 'Light', dark: 'Dark' };

export function AppearanceSection({ me }: { me: Account }) {
  const save = useSaveAccount();
  const choose = (theme: Account['theme']) => {
    applyTheme(theme);
    save.mutate({ theme });
  };
  return (
    <SettingsSection title="Look and keys">
      <ChipChoice
        legend="Theme"
        name="theme"
        options={THEMES}
        label={(theme) => THEME_LABEL[theme]}
        value={me.theme}
        onChange={choose}
      />
      <Checkbox
        label="Single-letter shortcuts, such as e for done. Press ? to see all."
        checked={me.single_key_shortcuts}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ single_key_shortcuts: event.target.checked })}
      />
    </SettingsSection>
  );
}
