import { type CommandId, command } from '@/lib/commands/catalogue';

const RECENT = 'comity-recent-commands';

function recent(): string[] {
  return (localStorage.getItem(RECENT) ?? '').split(' ').filter(Boolean);
}

export function rememberCommand(id: CommandId): void {
  const others = recent().filter((other) => other !== id);
  localStorage.setItem(RECENT, [id, ...others].slice(0, 5).join(' '));
}

/** The commands that fit every typed word, those used last first. */
export function sortedCommands(available: readonly CommandId[], text: string): CommandId[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const used = recent();
  const place = (id: CommandId) => (used.includes(id) ? used.indexOf(id) : used.length);
  return available
    .filter((id) => command(id).palette)
    .filter((id) => words.every((word) => command(id).label.toLowerCase().includes(word)))
    .sort((one, other) => place(one) - place(other));
}
