import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ProgressBar } from '@/ui/progress';
import { importsQuery } from '../api/queries';
import { isUnderWay, STATUS_LABEL } from '../model/status';

/** A running import, wherever in the app one is, except on its own page. */
export function ImportUnderWay() {
  const { data } = useQuery(importsQuery());
  const job = data?.items.find(isUnderWay);
  const { pathname } = useLocation();
  if (!job || pathname === `/import/${job.id}`) return null;
  return (
    <Link
      to="/import/$importId"
      params={{ importId: job.id }}
      className="border-line bg-surface hover:border-edge block rounded-sm border p-2 text-sm"
    >
      <ProgressBar label={STATUS_LABEL[job.status]} done={job.progress.done} total={job.progress.total} />
    </Link>
  );
}
