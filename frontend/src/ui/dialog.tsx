import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { MODAL } from '@/lib/commands/provider';
import { buttonClass } from './button';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Centred on a desk, a sheet from below on a phone. Focus goes in, stays in, and comes back. */
export function Dialog({ open, onClose, title, description, children, className }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="bg-scrim fixed inset-0 z-40 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...MODAL}
          className={cn(
            'dialog-motion bg-surface shadow-float fixed z-50 flex flex-col overflow-y-auto',
            'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-lg pb-[env(safe-area-inset-bottom)]',
            'md:inset-x-auto md:top-[12vh] md:bottom-auto md:left-1/2 md:ml-[-16rem] md:max-h-[76vh] md:w-[32rem] md:rounded-lg',
            className,
          )}
        >
          <header className="grid gap-1 px-5 pt-5 pr-14">
            <Base.Title className="font-serif text-xl font-medium">{title}</Base.Title>
            {description && <Base.Description className="text-ink-2">{description}</Base.Description>}
          </header>
          <div className="grid gap-4 p-5">{children}</div>
          {/* Last, so that the first focus goes to what the dialog is about. */}
          <Base.Close aria-label="Close" className={buttonClass('ghost', 'icon', 'absolute top-3 right-3')}>
            <X aria-hidden="true" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
