import type { TableLook } from '@/api/types';
import { plural } from '@/lib/intl';
import { SectionTitle } from '@/ui/page';
import { type Mapping, previewOf } from '../model/mapping';

/** The first rows under the meanings that were chosen. */
export function TablePreview({ look, mapping }: { look: TableLook; mapping: Mapping }) {
  const { fields, rows } = previewOf(look, mapping);
  return (
    <div className="grid min-w-0 gap-3">
      <SectionTitle>
        <span id="preview-title">{`The first ${plural(rows.length, 'row')}`}</span>
      </SectionTitle>
      {fields.length === 0 ? (
        <p className="text-ink-2">Say what a column means, and it appears here.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by its focus
        <section tabIndex={0} className="overflow-x-auto" aria-labelledby="preview-title">
          <table className="w-full text-left text-sm">
            <thead className="text-ink-3">
              <tr>
                {fields.map((field, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand in several columns
                  <th key={place} scope="col" className="py-2 pr-4 font-medium whitespace-nowrap">
                    {field}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
                <tr key={line} className="border-line border-t align-top">
                  {row.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells neither
                    <td key={place} className="max-w-60 truncate py-2 pr-4">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
