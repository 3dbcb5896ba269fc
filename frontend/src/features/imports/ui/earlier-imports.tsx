import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { SectionTitle } from '@/ui/page';
import { importsQuery } from '../api/queries';
import { STATUS_LABEL } from '../model/status';

export function EarlierImports() {
  const { data } = useQuery(importsQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <SectionTitle>Earlier imports</SectionTitle>
      <ul className="border-line grid border-t">
        {data.items.map((job) => (
          <li key={job.id}>
            <Link
              to="/import/$importId"
              params={{ importId: job.id }}
              className="press-row border-line -mx-2 flex min-h-12 items-center justify-between gap-4 border-b px-2"
            >
              <span className="min-w-0 truncate font-medium">{job.file_name}</span>
              <span className="text-ink-3 shrink-0 text-sm">
                {`${STATUS_LABEL[job.status]}, ${relativeDay(job.created_at, clock.now())}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
