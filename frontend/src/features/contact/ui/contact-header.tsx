import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { BellOff, Feather, MoreHorizontal, NotebookText, Pencil, PenLine, Trash2 } from 'lucide-react';
import { messageOf } from '@/api/problem';
import type { Contact } from '@/api/types';
import { roleOf, useRemoveContact, useRestoreContact, useSaveContact } from '@/features/contacts';
import { Avatar } from '@/ui/avatar';
import { buttonClass } from '@/ui/button';
import { Keys } from '@/ui/kbd';
import { Menu, MenuItem } from '@/ui/menu';
import { PageTitle } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { TrustMeter } from '@/ui/trust-meter';
import { useUndo } from '@/ui/undo';
import { relationshipQuery } from '../api/queries';

export function ContactHeader({ contact }: { contact: Contact }) {
  const { data: relationship } = useQuery(relationshipQuery(contact.id));
  return (
    <header className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-4">
      <Avatar name={contact.full_name} size="lg" />
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageTitle>{contact.full_name}</PageTitle>
          {relationship && <TrustMeter stage={relationship.trust_stage} />}
        </div>
        <p className="text-ink-2 mt-1">{[roleOf(contact), contact.location].filter(Boolean).join(' · ')}</p>
        {contact.how_met && <p className="text-ink-3">{`You met: ${contact.how_met}`}</p>}
        <Tags contact={contact} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Link to="/write" search={{ person: contact.id }} className={buttonClass('secondary')}>
          <Feather aria-hidden="true" />
          Write
        </Link>
        <Link to="/log" search={{ person: contact.id }} className={buttonClass('primary')}>
          <PenLine aria-hidden="true" />
          Log
        </Link>
        <Link to="/people/$contactId/edit" params={{ contactId: contact.id }} className={buttonClass('secondary')}>
          <Pencil aria-hidden="true" />
          Edit
        </Link>
        <MoreDeeds contact={contact} />
      </div>
    </header>
  );
}

function Tags({ contact }: { contact: Contact }) {
  if (contact.tags.length === 0 && !contact.do_not_contact) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5">
      {contact.do_not_contact && (
        <li className="bg-hold-soft text-hold flex items-center gap-1.5 rounded-full px-2 text-xs leading-5">
          <BellOff aria-hidden="true" className="size-3" />
          Do not contact
        </li>
      )}
      {contact.tags.map((tag) => (
        <li key={tag}>
          <Link
            to="/people"
            search={{ tag }}
            className="border-line text-ink-2 hover:border-edge inline-block min-h-6 rounded-full border px-2 text-xs leading-[1.375rem]"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function MoreDeeds({ contact }: { contact: Contact }) {
  const navigate = useNavigate();
  const say = useToast();
  const remember = useUndo();
  const save = useSaveContact(contact.id);
  const removal = useRemoveContact(contact.id);
  const restore = useRestoreContact();
  const failed = (error: unknown) => say({ text: messageOf(error), tone: 'failed' });

  const remove = async () => {
    try {
      await removal.mutateAsync();
      await navigate({ to: '/people' });
      remember(`${contact.full_name} is removed.`, () => restore.mutate(contact.id, { onError: failed }));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <Menu
      label={`More for ${contact.full_name}`}
      trigger={<MoreHorizontal aria-hidden="true" />}
      triggerClass={buttonClass('ghost', 'icon')}
    >
      <MenuItem
        icon={BellOff}
        onSelect={() => save.mutate({ do_not_contact: !contact.do_not_contact }, { onError: failed })}
      >
        {contact.do_not_contact ? 'Allow advice again' : 'Never recommend contact'}
      </MenuItem>
      <MenuItem
        icon={NotebookText}
        onSelect={() => void navigate({ to: '/people/$contactId/brief', params: { contactId: contact.id } })}
      >
        Brief for a talk
      </MenuItem>
      <MenuItem icon={PenLine} onSelect={() => void navigate({ to: '/log', search: { person: contact.id } })}>
        Log an interaction <Keys of="app.log" />
      </MenuItem>
      <MenuItem icon={Trash2} danger onSelect={() => void remove()}>
        Remove
      </MenuItem>
    </Menu>
  );
}
