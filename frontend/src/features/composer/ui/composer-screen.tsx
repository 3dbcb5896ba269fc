import { lazy, Suspense, useRef, useState } from 'react';
import { messageOf } from '@/api/problem';
import { isStillToLog } from '@/features/log';
import { buttonClass } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { Page } from '@/ui/page';
import { useCheck } from '../api/use-check';
import { firstMessage } from '../model/beginning';
import type { Beginning, Message } from '../model/message';
import type { Mark } from '../model/spans';
import { storedMessage, storeMessage } from '../model/storage';
import { CoachPanel } from './coach-panel';
import { Exit } from './exit';
import { MessageFields } from './message-fields';
import { useDrafting } from './use-drafting';
import { useMending } from './use-mending';

/** These would make the screen wait for what one may not need. */
const DraftButton = lazy(async () => ({ default: (await import('./draft-button')).DraftButton }));
const DraftCard = lazy(async () => ({ default: (await import('./draft-card')).DraftCard }));

/** The text at the left, what the coach finds in it at the right; on a phone below. */
export function ComposerScreen({ beginning }: { beginning: Beginning }) {
  const [message, setMessage] = useState(() => openingMessage(beginning));
  const [missing, setMissing] = useState<'person' | 'about' | null>(null);
  const fields = { subject: useRef<HTMLTextAreaElement>(null), body: useRef<HTMLTextAreaElement>(null) };
  const latest = useRef(message);
  const change = (next: Message) => {
    latest.current = next;
    setMessage(next);
    storeMessage(next);
  };
  const { check, error, marks, edits } = useCheck(message);
  const { mend, leaveOutFiles } = useMending({ latest, fields, onChange: change });
  const drafting = useDrafting(message, { latest, onChange: change, onMissing: setMissing });
  const { drafted } = drafting;
  const show = ({ finding, start, end }: Mark) => {
    const field = finding.field === 'subject' ? fields.subject.current : fields.body.current;
    field?.focus();
    field?.setSelectionRange(start, end);
  };

  return (
    <Page
      wide
      title="Write a message"
      subtitle="The coach reads along. It changes nothing unasked, and sends nothing."
      actions={
        <Suspense fallback={<span className={buttonClass('ghost', 'md', 'w-40')} />}>
          <DraftButton likely={message.intent} busy={drafting.busy} onDraft={drafting.begin} />
        </Suspense>
      }
    >
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-8">
        <div className="grid min-w-0 content-start gap-5">
          <FormAlert>{drafting.error && messageOf(drafting.error)}</FormAlert>
          <Suspense>
            {drafted && (
              <DraftCard
                drafted={drafted}
                used={drafting.isUsed}
                onUse={() => drafting.use(drafted)}
                onClose={drafting.close}
              />
            )}
          </Suspense>
          <MessageFields
            message={message}
            marks={marks}
            fields={fields}
            missing={missing}
            onChange={(part) => change({ ...message, ...part })}
          />
        </div>
        <div className="min-w-0 lg:row-span-2">
          <CoachPanel
            message={message}
            check={check}
            error={error}
            marks={[...marks.subject, ...marks.body]}
            edits={edits}
            onShow={show}
            onMend={mend}
            onLeaveOutFiles={leaveOutFiles}
          />
        </div>
        <Exit message={message} check={check} onMissing={setMissing} />
      </div>
    </Page>
  );
}

function openingMessage(beginning: Beginning): Message {
  const stored = storedMessage();
  return firstMessage(stored, beginning, isStillToLog(stored?.message.person?.id));
}
