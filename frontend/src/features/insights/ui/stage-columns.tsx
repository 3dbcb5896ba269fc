import type { StagesAt, TrustStage } from '@/api/types';
import { shortDate } from '@/lib/dates';
import { formatNumber } from '@/lib/intl';
import { STAGE_LABEL } from '@/lib/words';
import { TrustMeter } from '@/ui/trust-meter';
import { REACHED, reached } from '../model/network';

/** The stages' own colours, as everywhere; the order of a column, the legend and the table say the same. */
const FILL: Record<TrustStage, string> = {
  stranger: 'fill-stranger',
  acquainted: 'fill-acquainted',
  rapport: 'fill-rapport',
  trusted: 'fill-trusted',
  ally: 'fill-ally',
};

/** A column for each look at the network: the closest at the bottom, the newest acquaintances on top. */
export function StageColumns({ stages }: { stages: StagesAt[] }) {
  const most = Math.max(1, ...stages.map(reached));
  return (
    <div className="grid gap-4">
      <ol className="flex items-end gap-1 sm:gap-3">
        {stages.map((look) => (
          <li key={look.at} className="tabular grid min-w-0 flex-1 gap-1 text-center text-xs">
            <span>{formatNumber(reached(look))}</span>
            <Column look={look} most={most} />
            <time dateTime={look.at} className="text-ink-3 h-9 sm:h-auto">
              {dayAlone(look.at)
                .split(' ')
                .map((word) => (
                  <span key={word} className="max-sm:block">{`${word} `}</span>
                ))}
            </time>
            <span className="sr-only">{columnWords(look)}</span>
          </li>
        ))}
      </ol>
      <ul aria-label="From the top of a column to its foot" className="flex flex-wrap gap-2">
        {REACHED.toReversed().map((stage) => (
          <li key={stage}>
            <TrustMeter stage={stage} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Half a year is short enough to need no year; on a phone the day and its month take a line each. */
const dayAlone = (at: string) => shortDate(at, new Date(at));

const HEIGHT = 120;
/** Between two stages, so that they can be told apart without their colours. */
const GAP = 1.5;

function Column({ look, most }: { look: StagesAt; most: number }) {
  const height = (stage: TrustStage) => ((look.trust_stages[stage] ?? 0) / most) * HEIGHT;
  const foot = (place: number) => REACHED.slice(0, place).reduce((sum, stage) => sum + height(stage), 0);
  const total = Math.max(2, foot(REACHED.length));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 10 ${total}`}
      preserveAspectRatio="none"
      style={{ height: total }}
      className="w-full"
    >
      {REACHED.map((stage, place) => (
        <rect
          key={stage}
          y={total - foot(place) - height(stage)}
          width="10"
          height={Math.max(0, height(stage) - GAP)}
          className={FILL[stage]}
        />
      ))}
      <rect y={total - 0.5} width="10" height="0.5" className="fill-edge" />
    </svg>
  );
}

const columnWords = (look: StagesAt) =>
  REACHED.map((stage) => `${STAGE_LABEL[stage]} ${formatNumber(look.trust_stages[stage] ?? 0)}`).join(', ');
