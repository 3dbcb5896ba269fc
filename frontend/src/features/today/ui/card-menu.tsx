import { MoreHorizontal, PenLine, ThumbsDown } from 'lucide-react';
import type { Step } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { Keys } from '@/ui/kbd';
import { Menu, MenuItem } from '@/ui/menu';
import type { StepDeeds } from '../model/deeds';

/** What one needs less often with a card. */
export function CardMenu({ step, deeds }: { step: Step; deeds: StepDeeds }) {
  return (
    <Menu
      label={`More for ${step.headline}`}
      trigger={<MoreHorizontal aria-hidden="true" />}
      triggerClass={buttonClass('ghost', 'icon')}
    >
      <MenuItem icon={PenLine} onSelect={() => deeds.log(step)}>
        Log what happened <Keys of="app.log" />
      </MenuItem>
      <MenuItem icon={ThumbsDown} onSelect={() => deeds.dismiss(step)}>
        Not for me <Keys of="step.dismiss" />
      </MenuItem>
    </Menu>
  );
}
