import type { MessageCheck, Severity, Verdict } from '@/api/types';
import { plural } from '@/lib/intl';

/** Never a score: a message can go, nearly, or not yet. */
const VERDICT_LABEL: Record<Verdict, string> = { ready: 'Ready', revise: 'Nearly', hold: 'Not yet' };

export const SEVERITY_LABEL: Record<Severity, string> = { block: 'Not yet', warn: 'Mend', hint: 'Idea' };

/** The whole check in one line, short enough to be read out while somebody types. */
export function summaryOf({ findings, verdict }: Pick<MessageCheck, 'findings' | 'verdict'>): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    count('block') > 0 && `${plural(count('block'), 'thing')} to put right first`,
    count('warn') > 0 && `${plural(count('warn'), 'thing')} to mend`,
    count('hint') > 0 && plural(count('hint'), 'idea'),
  ].filter(Boolean);
  return `${VERDICT_LABEL[verdict]}: ${parts.length > 0 ? parts.join(', ') : 'nothing stands in the way'}.`;
}
