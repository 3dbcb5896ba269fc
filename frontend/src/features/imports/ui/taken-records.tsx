import { Link } from '@tanstack/react-router';
import type { Import, ImportRecord } from '@/api/types';
import { keyOf, RecordList } from './record-list';

const OUTCOMES = ['created', 'updated'] as const;
const TITLE = {
  ready: { created: 'New', updated: 'To be brought up to date' },
  done: { created: 'Added', updated: 'Brought up to date' },
};

/** What would come in, or did, by name; whoever is in is one tap away. */
export function TakenRecords({ job }: { job: Import }) {
  if (job.status !== 'ready' && job.status !== 'done') return null;
  const titles = TITLE[job.status];
  return OUTCOMES.filter((outcome) => job.counts[outcome] > 0).map((outcome) => (
    <RecordList key={outcome} importId={job.id} outcome={outcome} title={titles[outcome]}>
      {(records) => (
        <ul className="border-line border-t">
          {records.map((record) => (
            <li key={keyOf(record)} className="border-line flex min-h-11 items-center border-b py-1 md:min-h-9">
              <Name record={record} isIn={job.status === 'done'} />
            </li>
          ))}
        </ul>
      )}
    </RecordList>
  ));
}

function Name({ record: { contact_id, label, line }, isIn }: { record: ImportRecord; isIn: boolean }) {
  const name = label || `Line ${line}`;
  if (!isIn || !contact_id) return name;
  return (
    <Link to="/people/$contactId" params={{ contactId: contact_id }} className="underline-offset-4 hover:underline">
      {name}
    </Link>
  );
}
