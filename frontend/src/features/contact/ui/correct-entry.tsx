import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Interaction } from '@/api/types';
import { Button } from '@/ui/button';

const CorrectEntryDialog = lazy(async () => ({ default: (await import('./correct-entry-dialog')).CorrectEntryDialog }));

interface Props {
  interaction: Interaction;
  contactId: string;
  /** How the entry is called in the timeline. */
  title: string;
}

/** Opens what was logged, to put it right or take it out. */
export function CorrectEntry({ interaction, contactId, title }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-my-2.5 md:-my-1"
        aria-label={`Correct ${title}`}
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden="true" />
      </Button>
      <Suspense>
        {open && (
          <CorrectEntryDialog
            interaction={interaction}
            contactId={contactId}
            title={title}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
