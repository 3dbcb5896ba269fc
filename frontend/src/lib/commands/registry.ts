import type { CommandId } from './catalogue';

/** What a command does. A digit's command is told which digit. */
export type Run = (key: string) => void;

/**
 * Who answers to which command right now. A screen registers what it can do while it stands; the one
 * that registered last answers. The app around the screens registers beneath them: its effects run
 * after theirs, and it answers only when no screen does.
 */
export class CommandRegistry {
  private readonly runs = new Map<CommandId, Run[]>();
  private readonly listeners = new Set<() => void>();
  private available: readonly CommandId[] = [];

  register(id: CommandId, run: Run, beneath: boolean): () => void {
    const others = this.runs.get(id) ?? [];
    this.runs.set(id, beneath ? [run, ...others] : [...others, run]);
    this.changed();
    return () => {
      this.runs.set(
        id,
        (this.runs.get(id) ?? []).filter((other) => other !== run),
      );
      this.changed();
    };
  }

  has = (id: CommandId): boolean => (this.runs.get(id)?.length ?? 0) > 0;

  run = (id: CommandId, key = ''): void => this.runs.get(id)?.at(-1)?.(key);

  /** A stable list between changes, as useSyncExternalStore wants it. */
  snapshot = (): readonly CommandId[] => this.available;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    this.available = [...this.runs.keys()].filter(this.has);
    for (const listener of this.listeners) listener();
  }
}
