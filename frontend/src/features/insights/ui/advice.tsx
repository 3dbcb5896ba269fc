import type { RuleRecord } from '@/api/types';
import { ruleWords } from '@/lib/rule-words';
import { BarRows } from '@/ui/charts/bars';
import { ChartFigure } from '@/ui/charts/figure';
import { adviceFinding, adviceTable, RULES_SHOWN, recordWords } from '../model/advice';

/** How the steps of each rule fared. */
export function Advice({ rules }: { rules: RuleRecord[] }) {
  const settled = rules.filter(({ done }) => done.of > 0);
  const rows = settled.slice(0, RULES_SHOWN).map((record) => ({
    key: record.rule,
    label: ruleWords(record.rule),
    share: record.done.share ?? 0,
    span: record.done.of > 0 ? record.done : undefined,
    faint: record.done.too_few,
    value: recordWords(record),
  }));
  return (
    <ChartFigure
      finding={adviceFinding(rules)}
      table={adviceTable(rules)}
      note="The bar is the share of settled steps that were done. The table adds the replies that came and those expected."
    >
      {rows.length > 0 ? (
        <BarRows rows={rows} />
      ) : (
        <p className="text-ink-2">Each rule gets its bar once a step of it was done, put aside, or let pass.</p>
      )}
    </ChartFigure>
  );
}
