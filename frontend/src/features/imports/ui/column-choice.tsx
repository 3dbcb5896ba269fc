import type { ColumnField } from '@/api/types';
import { Field, Options, Select } from '@/ui/field';
import { COLUMN_FIELDS, FIELD_LABEL, type TableColumn } from '../model/mapping';

interface Props {
  column: TableColumn;
  value: ColumnField | undefined;
  onChange: (field: ColumnField | undefined) => void;
}

/** One column: its name, some of its cells, and what they are. */
export function ColumnChoice({ column, value, onChange }: Props) {
  return (
    <Field
      label={<span className="break-words">{column.label}</span>}
      hint={<span className="line-clamp-2 break-words">{column.examples || 'Nothing in the first rows'}</span>}
      className="min-w-0 sm:grid-cols-[1fr_14rem] sm:gap-x-4 sm:[&>label]:col-start-1 sm:[&>select]:col-start-2 sm:[&>select]:row-span-2 sm:[&>select]:row-start-1"
    >
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(COLUMN_FIELDS.find((field) => field === event.target.value))}
        >
          <option value="">Leave out</option>
          <Options of={COLUMN_FIELDS} label={(field) => FIELD_LABEL[field]} />
        </Select>
      )}
    </Field>
  );
}
