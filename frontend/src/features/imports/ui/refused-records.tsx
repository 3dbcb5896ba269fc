import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@/ui/button';
import { SectionTitle } from '@/ui/page';
import { Failure, SkeletonList } from '@/ui/states';
import { recordsQuery } from '../api/queries';

/** What could not come in: where it stands in the file, and why. */
export function RefusedRecords({ importId }: { importId: string }) {
  const records = useInfiniteQuery(recordsQuery(importId, 'refused'));
  return (
    <section className="grid gap-3">
      <SectionTitle>Refused records</SectionTitle>
      <p className="text-ink-2">
        These stay out. Correct them in the file and import it again: what is in already is skipped.
      </p>
      {records.isPending && <SkeletonList rows={2} className="h-10" />}
      {records.isError && <Failure error={records.error} retry={() => void records.refetch()} />}
      {records.data && (
        <div className="overflow-x-auto">
          <table className="w-full text-left text-sm">
            <thead className="text-ink-3">
              <tr>
                <th scope="col" className="py-2 pr-4 font-medium">
                  Line
                </th>
                <th scope="col" className="py-2 pr-4 font-medium">
                  Record
                </th>
                <th scope="col" className="py-2 font-medium">
                  Why
                </th>
              </tr>
            </thead>
            <tbody>
              {records.data.pages
                .flatMap((page) => page.items)
                .map((record) => (
                  <tr key={`${record.file} ${record.line} ${record.code}`} className="border-line border-t align-top">
                    <td className="tabular py-2 pr-4">{record.line}</td>
                    <td className="py-2 pr-4">{record.label || '–'}</td>
                    <td className="py-2">{record.reason}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
      {records.hasNextPage && (
        <Button
          busy={records.isFetchingNextPage}
          className="justify-self-start"
          onClick={() => void records.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}
