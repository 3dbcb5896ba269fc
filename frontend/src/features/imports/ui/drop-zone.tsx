import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { cn } from '@/lib/cn';

const ACCEPTED = '.csv,.tsv,.txt,.zip,.vcf,.vcard,.ics,text/csv,text/vcard,application/zip';

interface Props {
  busy: boolean;
  busyWith: string;
  onFile: (file: File) => void;
}

/** A file input as large as a table: to be dropped on, tapped or tabbed to. */
export function DropZone({ busy, busyWith, onFile }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'border-edge bg-surface relative grid cursor-pointer justify-items-center gap-2 rounded-lg border-2 border-dashed px-6 py-12 text-center transition-colors',
        'has-focus-visible:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <input
        type="file"
        accept={ACCEPTED}
        disabled={busy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      <FileUp aria-hidden="true" className="text-accent size-6" strokeWidth={1.5} />
      <span className="font-serif text-xl font-medium">
        {busy ? `Sending ${busyWith}` : 'Drop a file here, or choose one'}
      </span>
      <span className="text-ink-2">
        LinkedIn export (zip or CSV), an address book (vCard), a calendar (.ics) or any table of people (CSV)
      </span>
    </label>
  );
}
