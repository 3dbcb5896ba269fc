import { type ReactNode, useId, useState } from 'react';
import { Button } from '../button';
import { Card } from '../page';

export interface ChartTable {
  columns: string[];
  /** The first cell of a row names it. */
  rows: string[][];
}

interface Props {
  /** What the chart shows, in a sentence: its title. */
  finding: string;
  /** How to read it. */
  note?: string;
  table: ChartTable;
  children: ReactNode;
}

/** A chart that says what it found, and tells the same in a table to whoever asks. */
export function ChartFigure({ finding, note, table, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <Card className="grid gap-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 id={titleId} className="min-w-0 flex-1 basis-60 font-serif text-xl font-medium">
            {finding}
          </h3>
          <Button
            size="sm"
            variant="ghost"
            aria-describedby={titleId}
            onClick={() => setAsTable(!asTable)}
            className="-mx-3 md:mx-0"
          >
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </div>
        {asTable ? <Table caption={finding} table={table} /> : children}
        {note && <figcaption className="text-ink-3 text-sm">{note}</figcaption>}
      </Card>
    </figure>
  );
}

function Table({ caption, table }: { caption: string; table: ChartTable }) {
  return (
    <table className="tabular w-full text-left text-xs sm:text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b align-bottom">
          {table.columns.map((column) => (
            <th key={column} scope="col" className="text-ink-3 py-1.5 pr-1.5 font-medium last:pr-0">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells]) => (
          <tr key={name} className="border-line border-b align-top last:border-0">
            <th scope="row" className="py-1.5 pr-1.5 font-medium">
              {name}
            </th>
            {cells.map((cell, column) => (
              <td key={table.columns[column + 1]} className="py-1.5 pr-1.5 last:pr-0">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
