import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageOf } from '@/api/problem';
import type { Import } from '@/api/types';
import { plural } from '@/lib/intl';
import { Button, buttonClass } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { Card, Page } from '@/ui/page';
import { ProgressBar } from '@/ui/progress';
import { importQuery, useImportVerb } from '../api/queries';
import { isUnderWay, progressWords, STATUS_LABEL, verdict, wouldChange } from '../model/status';
import { Counts } from './counts';
import { RefusedRecords } from './refused-records';
import { TakenRecords } from './taken-records';

export function ImportJobScreen({ importId }: { importId: string }) {
  const { data: job } = useSuspenseQuery(importQuery(importId));
  return (
    <Page
      title="Import"
      subtitle={job.file_name}
      actions={
        <Link to="/import" className={buttonClass('ghost')}>
          Import another file
        </Link>
      }
    >
      <div className="grid gap-6">
        <Card className="grid gap-5">
          {isUnderWay(job) ? (
            <ProgressBar
              label={STATUS_LABEL[job.status]}
              done={job.progress.done}
              total={job.progress.total}
              detail={progressWords(job)}
            />
          ) : (
            <Verdict job={job} />
          )}
          <Counts counts={job.counts} preview={job.status !== 'done'} />
          <JobActions job={job} />
        </Card>
        <TakenRecords job={job} />
        {job.counts.refused > 0 && !isUnderWay(job) && <RefusedRecords importId={importId} />}
      </div>
    </Page>
  );
}

function Verdict({ job }: { job: Import }) {
  return (
    <div role="status" className="grid gap-1">
      <h2 className="font-serif text-xl font-medium">{verdict(job)}</h2>
      {job.problem && <p className="text-ink-2">{job.problem}</p>}
    </div>
  );
}

function JobActions({ job }: { job: Import }) {
  const verb = useImportVerb(job.id);
  const ready = job.status === 'ready';
  return (
    <>
      <FormAlert>{verb.isError && messageOf(verb.error)}</FormAlert>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {ready && wouldChange(job) > 0 && (
          <Button variant="primary" busy={verb.isPending} onClick={() => verb.mutate('apply')}>
            {`Import ${plural(wouldChange(job), 'record')}`}
          </Button>
        )}
        {(ready || isUnderWay(job)) && (
          <Button busy={verb.isPending} onClick={() => verb.mutate('cancel')}>
            Cancel
          </Button>
        )}
        {job.status === 'done' && (
          <>
            {job.event_id ? (
              <Link to="/events/$eventId" params={{ eventId: job.event_id }} className={buttonClass('primary')}>
                See who comes
              </Link>
            ) : (
              <Link to="/" className={buttonClass('primary')}>
                See today's steps
              </Link>
            )}
            <Button busy={verb.isPending} onClick={() => verb.mutate('undo')}>
              Undo this import
            </Button>
          </>
        )}
      </div>
    </>
  );
}
