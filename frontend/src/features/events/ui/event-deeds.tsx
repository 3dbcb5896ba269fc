import { useNavigate } from '@tanstack/react-router';
import { ExternalLink, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Gathering } from '@/api/types';
import { buttonClass } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Menu, MenuItem } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useRemoveEvent } from '../api/mutations';

const EditEventDialog = lazy(async () => ({ default: (await import('./event-dialogs')).EditEventDialog }));

export function EventDeeds({ event }: { event: Gathering }) {
  const navigate = useNavigate();
  const say = useToast();
  const removal = useRemoveEvent();
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null);
  const close = () => setAsking(null);
  const remove = () =>
    removal.mutate(event.id, {
      onSuccess: () => void navigate({ to: '/events' }),
      onError: (error) => say({ text: messageOf(error), tone: 'failed' }),
    });
  return (
    <>
      {event.url && (
        <a href={event.url} target="_blank" rel="noreferrer" className={buttonClass('ghost')}>
          <ExternalLink aria-hidden="true" />
          Its web page
        </a>
      )}
      <Menu
        label={`More for ${event.name}`}
        trigger={<MoreHorizontal aria-hidden="true" />}
        triggerClass={buttonClass('ghost', 'icon')}
      >
        <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('remove')}>
          Remove
        </MenuItem>
      </Menu>
      <Suspense>{asking === 'edit' && <EditEventDialog event={event} onClose={close} />}</Suspense>
      <Confirm
        open={asking === 'remove'}
        title={`Remove ${event.name}?`}
        action="Remove the event"
        busy={removal.isPending}
        onConfirm={remove}
        onClose={close}
      >
        Its list of people goes with it. The people stay, and so does what you logged with them.
      </Confirm>
    </>
  );
}
