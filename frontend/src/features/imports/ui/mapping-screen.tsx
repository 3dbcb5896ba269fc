import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { ColumnField, TableLook } from '@/api/types';
import { Button } from '@/ui/button';
import { FormAlert } from '@/ui/field';
import { Page } from '@/ui/page';
import { columnsOf, guessOf, mappingToSend, namesSomebody, withChoice } from '../model/mapping';
import { ColumnChoice } from './column-choice';
import { TablePreview } from './table-preview';

interface Props {
  fileName: string;
  look: TableLook;
  busy: boolean;
  /** What the server said against the last try. */
  alert: ReactNode;
  onBack: () => void;
  onMapped: (mapping: Record<string, ColumnField> | undefined) => void;
}

/** Says what the columns of a table mean, before anything of it is sent. */
export function MappingScreen({ fileName, look, busy, alert, onBack, onMapped }: Props) {
  const [mapping, setMapping] = useState(() => guessOf(look));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const nobody = tried && !namesSomebody(mapping);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (namesSomebody(mapping)) onMapped(mappingToSend(look, mapping));
    else form.current?.querySelector('select')?.focus();
  };
  return (
    <Page
      title="What do the columns mean?"
      subtitle={fileName}
      actions={
        <Button variant="ghost" disabled={busy} onClick={onBack}>
          Choose another file
        </Button>
      }
    >
      <form ref={form} noValidate onSubmit={submit} className="grid gap-8">
        <ul className="border-line grid border-t">
          {columnsOf(look).map((column) => (
            <li key={column.name} className="border-line border-b py-3">
              <ColumnChoice
                column={column}
                value={mapping.get(column.name)}
                onChange={(field) => setMapping(withChoice(mapping, column.name, field))}
              />
            </li>
          ))}
        </ul>
        <TablePreview look={look} mapping={mapping} />
        <div className="grid justify-items-start gap-3">
          <FormAlert>
            {nobody && 'Choose the column that holds a name or an email: without one a row is nobody.'}
          </FormAlert>
          {alert}
          <Button type="submit" variant="primary" busy={busy}>
            See what would come in
          </Button>
        </div>
      </form>
    </Page>
  );
}
