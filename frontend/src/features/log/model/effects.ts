import type { Effect } from '@/api/types';

/** What an entry moved, as one line. */
export function effectLine(effects: readonly Effect[]): string {
  if (effects.length === 0) return 'Saved. Nothing else moves.';
  return ['Saved.', ...effects.map((effect) => sentence(effect.text))].join(' ');
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
