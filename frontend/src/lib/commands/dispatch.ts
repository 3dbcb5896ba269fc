import { type CommandId, command, commandIds } from './catalogue';

/** What the dispatcher needs to know about one press of a key. */
export interface Press {
  key: string;
  mod: boolean;
  alt: boolean;
  /** The press happened where text is typed. */
  typing: boolean;
  /** The press happened on something that Enter already presses. */
  onControl: boolean;
}

interface Verdict {
  fire: CommandId | null;
  /** The first key of a sequence that is still open. */
  open: string | null;
}

const NOTHING: Verdict = { fire: null, open: null };

/**
 * Decides what a press means. A single letter never fires in a field, nor with a modifier, nor while a
 * sequence is open: `g e` must not also be `e`.
 */
export function dispatch(
  press: Press,
  open: string | null,
  available: (id: CommandId) => boolean,
  singleKeys: boolean,
): Verdict {
  if (press.alt) return NOTHING;
  if (open && !press.mod && !press.typing) {
    return { fire: find(`${open} ${press.key}`, available), open: null };
  }
  const pressed = press.mod ? `mod+${press.key.length === 1 ? press.key.toLowerCase() : press.key}` : press.key;
  const fire = find(pressed, available);
  if (fire && mayFire(fire, press, singleKeys)) return { fire, open: null };
  return { fire: null, open: opensSequence(press, singleKeys) ? press.key : null };
}

function find(pressed: string, available: (id: CommandId) => boolean): CommandId | null {
  const digit = /^[1-9]$/.test(pressed);
  return (
    commandIds.find(
      (id) => (command(id).keys === pressed || (digit && command(id).keys === 'digit')) && available(id),
    ) ?? null
  );
}

function mayFire(id: CommandId, press: Press, singleKeys: boolean): boolean {
  if (press.mod) return !press.typing || Boolean(command(id).inFields);
  if (press.typing) return false;
  if (press.key === 'Enter') return !press.onControl;
  return singleKeys || press.key === 'Escape';
}

function opensSequence(press: Press, singleKeys: boolean): boolean {
  if (press.mod || press.typing || !singleKeys) return false;
  return commandIds.some((id) => command(id).keys.startsWith(`${press.key} `));
}
