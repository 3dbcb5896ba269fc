import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { TableLook } from '@/api/types';
import { FormAlert } from '@/ui/field';
import { Page } from '@/ui/page';
import { useLook, useUpload } from '../api/queries';
import { mayBeTable, wantsMapping } from '../model/mapping';
import { DropZone } from './drop-zone';
import { EarlierImports } from './earlier-imports';
import { MappingScreen } from './mapping-screen';
import { WhereToFind } from './where-to-find';

interface Table {
  file: File;
  look: TableLook;
}

/** `eventId`: the people of the file come to this event. */
export function ImportScreen({ eventId }: { eventId: string | undefined }) {
  const navigate = useNavigate();
  const look = useLook();
  const upload = useUpload();
  const [name, setName] = useState('');
  const [table, setTable] = useState<Table | null>(null);
  const send: typeof upload.mutate = (what) =>
    upload.mutate(
      { ...what, eventId },
      {
        onSuccess: ({ id }) => void navigate({ to: '/import/$importId', params: { importId: id } }),
      },
    );
  const take = (file: File) => {
    setName(file.name);
    if (!mayBeTable(file)) return send({ file });
    look.mutate(file, {
      onSuccess: (found) => (wantsMapping(found) ? setTable({ file, look: found }) : send({ file })),
      onError: () => send({ file }), // it is no table: whether it is anything else shows when it is sent
    });
  };
  const alert = <FormAlert>{upload.isError && messageOf(upload.error)}</FormAlert>;
  if (table) {
    return (
      <MappingScreen
        fileName={table.file.name}
        look={table.look}
        busy={upload.isPending}
        alert={alert}
        onBack={() => {
          upload.reset();
          setTable(null);
        }}
        onMapped={(mapping) => send({ file: table.file, mapping })}
      />
    );
  }
  return (
    <Page
      title={eventId ? 'Import the attendees' : 'Import'}
      subtitle="You see what would come in before anything does, and you can undo it after."
    >
      <div className="grid gap-8">
        <div className="grid gap-3">
          <DropZone busy={look.isPending || upload.isPending} busyWith={name} onFile={take} />
          {alert}
        </div>
        <WhereToFind />
        <EarlierImports />
      </div>
    </Page>
  );
}
