import type { Account } from '@/api/types';

export type Theme = Account['theme'];

const STORED = 'comity-theme';

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Shows a theme and remembers it for the next first paint (public/theme.js reads it). */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, theme);
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Follows the system as long as nothing was chosen. Returns how to stop. */
export function followSystemTheme(): () => void {
  const media = systemIsDark();
  const follow = () => {
    if (!localStorage.getItem(STORED)) applyTheme('system');
  };
  media.addEventListener('change', follow);
  return () => media.removeEventListener('change', follow);
}
