import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';

/** Long enough to read it, decide, and reach for Undo. */
const TOAST_MS = 8000;

interface Message {
  text: string;
  tone?: 'calm' | 'failed';
  action?: { label: string; run: () => void };
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={TOAST_MS} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-[calc(var(--spacing-bar)+0.75rem)] z-60 mx-auto flex max-w-96 flex-col gap-2 md:right-4 md:bottom-4 md:left-auto md:mx-0 md:w-96">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'right']}
      className="dialog-motion bg-ink text-canvas shadow-float flex items-center gap-3 rounded-md py-2 pr-2 pl-4 data-limited:hidden"
    >
      <Base.Content className="flex flex-1 items-center gap-3">
        <Base.Title className="flex-1 text-sm font-normal" />
        <Base.Action className="text-canvas min-h-9 shrink-0 rounded-sm px-2 text-sm font-semibold underline underline-offset-4" />
        <Base.Close aria-label="Dismiss" className="text-canvas grid size-9 shrink-0 place-items-center rounded-sm">
          <X aria-hidden="true" className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

/** `say({ text: 'Saved.' })`: one line at the foot of the page, with at most one thing to press. Returns what ends it. */
export function useToast(): (message: Message) => () => void {
  const { add, close } = Base.useToastManager();
  return useCallback(
    ({ text, tone = 'calm', action }: Message) => {
      const id = add({
        title: text,
        priority: tone === 'failed' ? 'high' : 'low',
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.run();
              close(id);
            },
          },
        }),
      });
      return () => close(id);
    },
    [add, close],
  );
}
