import type { Finding, Severity } from '@/api/types';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { type Edit, isOfFiles, mendWords } from '../model/mending';
import type { Mark } from '../model/spans';
import { SEVERITY_LABEL } from '../model/standing';

interface Props {
  findings: readonly Finding[];
  marks: readonly Mark[];
  edits: readonly Edit[];
  onShow: (mark: Mark) => void;
  onMend: (edit: Edit) => void;
  onLeaveOutFiles: () => void;
}

const RULE: Record<Severity, string> = { block: 'border-hold', warn: 'border-warn', hint: 'border-edge' };
const WORD: Record<Severity, string> = { block: 'text-hold', warn: 'text-warn', hint: 'text-ink-2' };

/** What was found, the gravest first: why it matters, and what to do about it. */
export function Findings({ findings, marks, edits, onShow, onMend, onLeaveOutFiles }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul aria-label="Findings" className="border-line grid gap-4 border-t pt-4">
      {findings.map((finding) => (
        <li
          // Two findings of one rule may have no place in the text: only their sentences tell them apart.
          key={`${finding.rule} ${finding.field} ${finding.start} ${finding.end} ${finding.why}`}
          className={cn('grid justify-items-start gap-1 border-l-2 pl-3', RULE[finding.severity])}
        >
          <p>
            <span className={cn('font-medium', WORD[finding.severity])}>{`${SEVERITY_LABEL[finding.severity]}: `}</span>
            {finding.why}
          </p>
          <p className="text-ink-2 text-sm">{finding.fix}</p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <MendIt edit={edits.find((edit) => edit.finding === finding)} onMend={onMend} />
            {isOfFiles(finding) && (
              <Button size="sm" onClick={onLeaveOutFiles}>
                Leave it out
              </Button>
            )}
            <ShowIt mark={marks.find((mark) => mark.finding === finding)} onShow={onShow} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function MendIt({ edit, onMend }: { edit: Edit | undefined; onMend: (edit: Edit) => void }) {
  if (!edit) return null;
  return (
    <Button size="sm" onClick={() => onMend(edit)}>
      {mendWords(edit)}
    </Button>
  );
}

function ShowIt({ mark, onShow }: { mark: Mark | undefined; onShow: (mark: Mark) => void }) {
  if (!mark) return null;
  return (
    <button
      type="button"
      onClick={() => onShow(mark)}
      className="text-accent min-h-11 rounded-sm text-sm font-medium underline underline-offset-4 md:min-h-6"
    >
      Show it in the text
    </button>
  );
}
