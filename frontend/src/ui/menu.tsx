import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

interface MenuProps {
  /** The name of the button, where it shows only an icon. */
  label?: string;
  trigger: ReactNode;
  triggerClass: string;
  children: ReactNode;
}

export function Menu({ label, trigger, triggerClass, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger aria-label={label} className={triggerClass}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50 outline-none">
          <Base.Popup className="border-line bg-surface shadow-float min-w-48 rounded-md border p-1 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  icon?: LucideIcon;
  onSelect: () => void;
  children: ReactNode;
  danger?: boolean;
}

export function MenuItem({ icon: Icon, onSelect, children, danger = false }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      className={cn(
        'data-highlighted:bg-sunken flex min-h-11 cursor-default items-center gap-2.5 rounded-sm px-3 outline-none select-none md:min-h-9',
        danger ? 'text-danger' : 'text-ink',
      )}
    >
      {Icon && <Icon aria-hidden="true" className="size-4 shrink-0" />}
      <span className="flex flex-1 items-center justify-between gap-4">{children}</span>
    </Base.Item>
  );
}
