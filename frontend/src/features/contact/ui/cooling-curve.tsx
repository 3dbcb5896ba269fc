import { formatPercent } from '@/lib/intl';
import { coolingCurve, coolingWords } from '../model/portrait';

const WIDTH = 240;
const HEIGHT = 56;
/** How far ahead the curve looks. */
const DAYS = 90;
/** Below this line a tie counts as cold. */
const COLD = 0.5;

/** How warm the tie is today, and how it cools if nothing happens. */
export function CoolingCurve({ warmth, halfLifeDays }: { warmth: number; halfLifeDays: number }) {
  const place = ([day, level]: [number, number]) =>
    `${((day / DAYS) * WIDTH).toFixed(1)} ${((1 - level) * HEIGHT).toFixed(1)}`;
  const line = `M${coolingCurve(warmth, halfLifeDays, DAYS).map(place).join('L')}`;
  const coldAt = HEIGHT * (1 - COLD);
  const caption = `Warmth is ${formatPercent(warmth)} today. ${coolingWords(warmth, halfLifeDays)}`;
  return (
    <figure className="grid gap-1.5">
      <svg
        role="img"
        aria-label={caption}
        viewBox={`-5 -5 ${WIDTH + 10} ${HEIGHT + 10}`}
        className="w-full overflow-visible"
      >
        <title>{caption}</title>
        <path d={`M0 ${coldAt}H${WIDTH}`} strokeDasharray="2 3" className="stroke-edge" />
        <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-line" />
        <path d={`${line}V${HEIGHT}H0Z`} className="fill-accent-soft" />
        <path d={line} fill="none" strokeWidth="2" className="stroke-chart-1" />
        <circle cx="0" cy={(1 - warmth) * HEIGHT} r="4" className="fill-chart-1" />
      </svg>
      <figcaption className="text-ink-3 flex justify-between gap-4 text-xs">
        <span>{`Today, ${formatPercent(warmth)} warm`}</span>
        <span>in three months</span>
      </figcaption>
      <p className="text-ink-3 text-xs">{coolingWords(warmth, halfLifeDays)} Below the dotted line a tie is cold.</p>
    </figure>
  );
}
