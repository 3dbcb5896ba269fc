import type { Insights } from '@/api/types';
import { PersonLink } from '@/features/contacts';
import { clock } from '@/lib/clock';
import { formatNumber, formatPercent } from '@/lib/intl';
import { BarRows } from '@/ui/charts/bars';
import { ChartFigure } from '@/ui/charts/figure';
import {
  coolingFinding,
  coolingTable,
  coolingWords,
  healthFinding,
  healthTable,
  stagesFinding,
  stagesTable,
  temperatures,
} from '../model/network';
import { StageColumns } from './stage-columns';

export function Network({ insights }: { insights: Insights }) {
  return (
    <>
      <Health health={insights.health} />
      <Stages stages={insights.stages} />
      <LosingWarmth people={insights.losing_warmth} />
    </>
  );
}

function Health({ health }: Pick<Insights, 'health'>) {
  const rows = temperatures(health).map(({ key, label, count, share }) => ({
    key,
    label,
    share,
    value: `${formatNumber(count)} of ${formatNumber(health.contacts)}, ${formatPercent(share)}`,
  }));
  return (
    <ChartFigure finding={healthFinding(health)} table={healthTable(health)}>
      <BarRows rows={rows} />
    </ChartFigure>
  );
}

function Stages({ stages }: Pick<Insights, 'stages'>) {
  const now = clock.now();
  return (
    <ChartFigure
      finding={stagesFinding(stages, now)}
      table={stagesTable(stages, now)}
      note="The number on top is how many had an exchange behind them on that day. Strangers are in the table alone."
    >
      <StageColumns stages={stages} />
    </ChartFigure>
  );
}

function LosingWarmth({ people }: { people: Insights['losing_warmth'] }) {
  if (people.length === 0) return <p className="text-ink-2">{`${coolingFinding(people)}.`}</p>;
  const rows = people.map((one) => ({
    key: one.contact.id,
    label: <PersonLink id={one.contact.id} name={one.contact.full_name} look="prose" />,
    share: one.warmth,
    span: { low: one.warmth, high: one.warmth_before },
    value: coolingWords(one),
  }));
  return (
    <ChartFigure
      finding={coolingFinding(people)}
      table={coolingTable(people, clock.now())}
      note="The bar is the warmth of today; the thin line under it is what went in three months. First who lost most, weighed by how much they matter to you."
    >
      <BarRows rows={rows} />
    </ChartFigure>
  );
}
