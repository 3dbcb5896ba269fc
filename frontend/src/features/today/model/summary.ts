import type { Today } from '@/api/types';
import { plural } from '@/lib/intl';

/** "3 next steps, about 12 minutes." */
export function summary({ items, minutes }: Today): string {
  if (items.length === 0) return 'Nothing left for today.';
  const time = minutes > 0 ? `, about ${plural(minutes, 'minute')}` : '';
  return `${plural(items.length, 'next step')}${time}.`;
}
