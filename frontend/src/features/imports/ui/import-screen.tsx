import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import { FormAlert } from '@/ui/field';
import { Page } from '@/ui/page';
import { useUpload } from '../api/queries';
import { DropZone } from './drop-zone';
import { EarlierImports } from './earlier-imports';
import { WhereToFind } from './where-to-find';

export function ImportScreen() {
  const navigate = useNavigate();
  const upload = useUpload();
  const [name, setName] = useState('');
  const send = (file: File) => {
    setName(file.name);
    upload.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: '/import/$importId', params: { importId: id } }),
    });
  };
  return (
    <Page title="Import" subtitle="You see what would come in before anything does, and you can undo it after.">
      <div className="grid gap-8">
        <div className="grid gap-3">
          <DropZone busy={upload.isPending} busyWith={name} onFile={send} />
          <FormAlert>{upload.isError && messageOf(upload.error)}</FormAlert>
        </div>
        <WhereToFind />
        <EarlierImports />
      </div>
    </Page>
  );
}
