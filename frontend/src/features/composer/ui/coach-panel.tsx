import { messageOf } from '@/api/problem';
import type { MessageCheck, Verdict } from '@/api/types';
import { cn } from '@/lib/cn';
import { Card, SectionTitle } from '@/ui/page';
import { Skeleton } from '@/ui/states';
import type { Edit } from '../model/mending';
import { isBlank, type Message } from '../model/message';
import { rowsOf } from '../model/rows';
import type { Mark } from '../model/spans';
import { summaryOf } from '../model/standing';
import { CoachRows } from './coach-rows';
import { Findings } from './findings';

interface Props {
  message: Message;
  check: MessageCheck | undefined;
  error: Error | null;
  marks: readonly Mark[];
  edits: readonly Edit[];
  onShow: (mark: Mark) => void;
  onMend: (edit: Edit) => void;
  onLeaveOutFiles: () => void;
}

const LOOK: Record<Verdict, string> = {
  ready: 'bg-ok-soft text-ok',
  revise: 'bg-warn-soft text-warn',
  hold: 'bg-hold-soft text-hold',
};

/** What the coach says of the text. Who listens hears the summary alone. */
export function CoachPanel({ message, check, error, ...place }: Props) {
  const judged = check && !isBlank(message) ? check : undefined;
  return (
    <section aria-label="The coach">
      <Card className="grid gap-4">
        <SectionTitle>The coach</SectionTitle>
        <p
          aria-live="polite"
          className={cn('rounded-sm px-3 py-2 font-medium', judged ? LOOK[judged.verdict] : 'bg-sunken text-ink-2')}
        >
          {judged ? summaryOf(judged) : 'Nothing is written yet.'}
        </p>
        {error && (
          <p role="alert" className="text-danger text-sm">
            {`The coach did not read the last change. ${messageOf(error)}`}
          </p>
        )}
        {check ? <CoachRows rows={rowsOf(check, message)} /> : <Skeleton className="h-52" />}
        {judged && <Findings findings={judged.findings} {...place} />}
      </Card>
    </section>
  );
}
