import type { Finding, Severity } from '@/api/types';
import { type Stretch, unitsOf } from '@/lib/spans';

export interface Mark extends Stretch {
  finding: Finding;
  look: Severity;
}

/** Where the findings of a field stand in the text that was checked. What is missing has no place in it. */
export function marksOf(findings: readonly Finding[], field: string, text: string): Mark[] {
  const unit = unitsOf(text);
  return findings
    .filter((finding) => finding.field === field && finding.end > finding.start)
    .map((finding) => ({ finding, look: finding.severity, start: unit(finding.start), end: unit(finding.end) }));
}
