import { useNavigate } from '@tanstack/react-router';
import type { ReplyRates } from '@/api/types';
import { BarRows } from '@/ui/charts/bars';
import { ChartFigure } from '@/ui/charts/figure';
import { ChipChoice } from '@/ui/chip';
import { QUALITIES, type Quality } from '../model/qualities';
import { INTERVAL_NOTE, rateWords } from '../model/rates';
import { overallWords, QUALITY_LABEL, replyFinding, replyTable, valueLabel } from '../model/replies';

export function Replies({ rates, by }: { rates: ReplyRates; by: Quality }) {
  const navigate = useNavigate();
  const choose = (next: Quality) =>
    void navigate({ to: '/insights', search: { by: next }, replace: true, resetScroll: false });
  return (
    <>
      <p>{overallWords(rates.overall)}</p>
      {rates.overall.rate.of > 0 && (
        <>
          <ChipChoice
            legend="Compare by"
            name="by"
            options={QUALITIES}
            label={(quality) => QUALITY_LABEL[quality]}
            value={by}
            onChange={choose}
          />
          <ReplyChart rates={rates} by={by} />
        </>
      )}
    </>
  );
}

const MORE_TO_KNOW: Partial<Record<Quality, string>> = {
  weekday: ' The weekday is theirs.',
  trust_stage: ' Trust as it stood when you wrote.',
};

function ReplyChart({ rates, by }: { rates: ReplyRates; by: Quality }) {
  const rows = rates[by].map(({ value, rate }) => ({
    key: value,
    label: valueLabel(by, value),
    share: rate.share ?? 0,
    span: rate,
    faint: rate.too_few,
    value: rateWords(rate),
  }));
  return (
    <ChartFigure
      key={by}
      finding={replyFinding(by, rates[by])}
      table={replyTable(by, rates[by])}
      note={`${INTERVAL_NOTE} An outline means too few to tell.${MORE_TO_KNOW[by] ?? ''}`}
    >
      <BarRows rows={rows} />
    </ChartFigure>
  );
}
