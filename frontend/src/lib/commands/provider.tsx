import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CommandId } from './catalogue';
import { dispatch, type Press } from './dispatch';
import { CommandRegistry, type Run } from './registry';

const RegistryContext = createContext<CommandRegistry | null>(null);

/** A sequence like `g t` must be finished within this time. */
const SEQUENCE_MS = 1200;

export function CommandsProvider({ singleKeys, children }: { singleKeys: boolean; children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  useDispatcher(registry, singleKeys);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function useDispatcher(registry: CommandRegistry, singleKeys: boolean) {
  const sequence = useRef<{ open: string; at: number } | null>(null);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key) || belongsToPopup(event)) return;
    const open = sequence.current && event.timeStamp - sequence.current.at < SEQUENCE_MS ? sequence.current.open : null;
    const verdict = dispatch(pressOf(event), open, registry.has, singleKeys);
    sequence.current = verdict.open ? { open: verdict.open, at: event.timeStamp } : null;
    if (!verdict.fire) return;
    event.preventDefault();
    registry.run(verdict.fire, event.key);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/**
 * A popup has keys of its own; only digits and what carries Ctrl or Cmd pass through it. A modal one
 * takes them from the moment it stands, since the focus may still be on its way into it.
 */
function belongsToPopup(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || /^[1-9]$/.test(event.key)) return false;
  if (document.querySelector('[data-modal]')) return true;
  return event.target instanceof Element && event.target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
}

/** Marks a popup that nothing behind it may be reached past. */
export const MODAL = { 'data-modal': '' } as const;

const isModifier = (key: string) => ['Shift', 'Control', 'Alt', 'Meta'].includes(key);

function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    mod: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    typing:
      target?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]') != null,
    onControl: target?.closest('a, button, summary, input, select, textarea') != null,
  };
}

function useRegistry(): CommandRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('Commands need a CommandsProvider above them.');
  return registry;
}

/** Answers to a command while the calling screen stands. */
export function useCommand(id: CommandId, run: Run): void {
  useRegistration(id, run, false);
}

/** Answers to a command wherever no screen does. */
export function useAppCommand(id: CommandId, run: Run): void {
  useRegistration(id, run, true);
}

function useRegistration(id: CommandId, run: Run, beneath: boolean): void {
  const registry = useRegistry();
  const latest = useEffectEvent(run);
  useEffect(() => registry.register(id, (key) => latest(key), beneath), [registry, id, beneath]);
}

export const useAvailableCommands = (): readonly CommandId[] => {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.snapshot);
};

export const useRunCommand = () => useRegistry().run;
