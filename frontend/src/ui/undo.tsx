import { createContext, type ReactNode, use, useCallback, useRef } from 'react';
import { useCommand } from '@/lib/commands/provider';
import { useToast } from './toast';

/** How many deeds back `z` can go. */
const DEPTH = 20;

interface Deed {
  undo: () => void;
  /** Takes away what offered to undo it. */
  hush: () => void;
}

type Remember = (text: string, undo: () => void) => void;

const UndoContext = createContext<Remember | null>(null);

/** Keeps the last deeds, so that both the toast and `z` can take them back, each once. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const say = useToast();
  const deeds = useRef<Deed[]>([]);

  const takeBack = useCallback((deed: Deed | undefined) => {
    if (!deed || !deeds.current.includes(deed)) return;
    deeds.current = deeds.current.filter((other) => other !== deed);
    deed.hush();
    deed.undo();
  }, []);

  const remember = useCallback<Remember>(
    (text, undo) => {
      const hush = say({ text, action: { label: 'Undo', run: () => takeBack(deed) } });
      const deed: Deed = { undo, hush };
      deeds.current = [...deeds.current, deed].slice(-DEPTH);
    },
    [say, takeBack],
  );

  useCommand('app.undo', () => takeBack(deeds.current.at(-1)));
  return <UndoContext value={remember}>{children}</UndoContext>;
}

/** `remember('Sam is removed.', restore)`: says what was done and how to take it back. */
export function useUndo(): Remember {
  const remember = use(UndoContext);
  if (!remember) throw new Error('Undo needs an UndoProvider above it.');
  return remember;
}
