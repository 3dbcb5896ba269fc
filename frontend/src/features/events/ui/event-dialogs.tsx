import type { Gathering } from '@/api/types';
import { Dialog } from '@/ui/dialog';
import { useAddEvent, useSaveEvent } from '../api/mutations';
import { BLANK_EVENT, toEventForm } from '../model/event-form';
import { EventForm } from './event-form';

interface AddProps {
  onClose: () => void;
  onAdded: (event: Gathering) => void;
}

export function AddEventDialog({ onClose, onAdded }: AddProps) {
  const add = useAddEvent();
  return (
    <Dialog open onClose={onClose} title="Add an event">
      <EventForm values={BLANK_EVENT} submitLabel="Add" onSubmit={(draft) => add.mutateAsync(draft).then(onAdded)} />
    </Dialog>
  );
}

export function EditEventDialog({ event, onClose }: { event: Gathering; onClose: () => void }) {
  const save = useSaveEvent(event.id);
  return (
    <Dialog open onClose={onClose} title="Edit the event">
      <EventForm
        values={toEventForm(event)}
        submitLabel="Save"
        onSubmit={(draft) => save.mutateAsync(draft).then(onClose)}
      />
    </Dialog>
  );
}
