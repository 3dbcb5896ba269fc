import type { RuleRecord } from '@/api/types';
import { formatNumber, formatPercent } from '@/lib/intl';
import { ruleWords } from '@/lib/rule-words';
import type { ChartTable } from '@/ui/charts/figure';
import { countCell, countWords, rateWords } from './rates';

/** Rules whose record stands on the screen; the table has all of them. */
export const RULES_SHOWN = 8;

export function adviceFinding(rules: RuleRecord[]): string {
  const done = rules.reduce((sum, rule) => sum + rule.done.count, 0);
  const settled = rules.reduce((sum, rule) => sum + rule.done.of, 0);
  if (settled === 0) return 'The steps shown so far are still open';
  return `${formatNumber(done)} of ${formatNumber(settled)} settled next steps were done`;
}

export function recordWords({ done, answered }: RuleRecord): string {
  const replies = answered.of > 0 ? `; ${countWords(answered)} answered` : '';
  return `${rateWords(done)}${replies}`;
}

export const adviceTable = (rules: RuleRecord[]): ChartTable => ({
  columns: ['Rule', 'Shown', 'Done', 'Answered', 'Expected', 'Trust rose'],
  rows: rules.map(({ rule, shown, done, answered, expected, rose }) => [
    ruleWords(rule),
    formatNumber(shown),
    countCell(done),
    countCell(answered),
    expected === null ? '–' : formatPercent(expected),
    countCell(rose),
  ]),
});
