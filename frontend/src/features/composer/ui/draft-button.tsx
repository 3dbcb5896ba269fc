import { ChevronDown, Feather } from 'lucide-react';
import type { Intent } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { Menu, MenuItem } from '@/ui/menu';
import { INTENT_LABEL, INTENTS } from '../model/intents';

interface Props {
  /** What the page before knew: stands first. */
  likely: Intent | null;
  busy: boolean;
  onDraft: (intent: Intent) => void;
}

/** Asks the coach for a first wording, for one of the occasions there are. */
export function DraftButton({ likely, busy, onDraft }: Props) {
  const intents = likely ? [likely, ...INTENTS.filter((intent) => intent !== likely)] : INTENTS;
  return (
    <Menu
      trigger={
        <>
          <Feather aria-hidden="true" />
          {busy ? 'Drafting' : 'Draft it for me'}
          <ChevronDown aria-hidden="true" />
        </>
      }
      triggerClass={buttonClass('secondary')}
    >
      {intents.map((intent) => (
        <MenuItem key={intent} onSelect={() => !busy && onDraft(intent)}>
          {INTENT_LABEL[intent]}
        </MenuItem>
      ))}
    </Menu>
  );
}
