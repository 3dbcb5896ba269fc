import { keyOf, RecordList } from './record-list';

const LEAD = 'These stay out. Put right what is said of them and import the file again: what is in already is skipped.';

/** What could not come in: where it stands in the file, and why. */
export function RefusedRecords({ importId }: { importId: string }) {
  return (
    <RecordList importId={importId} outcome="refused" title="Refused records" lead={LEAD}>
      {(records) => (
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
              {records.map((record) => (
                <tr key={keyOf(record)} className="border-line border-t align-top">
                  <td className="tabular py-2 pr-4">{record.line}</td>
                  <td className="py-2 pr-4">{record.label || '–'}</td>
                  <td className="py-2">{record.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </RecordList>
  );
}
