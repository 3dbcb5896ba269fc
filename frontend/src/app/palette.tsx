import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { User } from 'lucide-react';
import { useState } from 'react';
import { peopleSuggestionsQuery, roleOf } from '@/features/contacts';
import { type CommandId, command } from '@/lib/commands/catalogue';
import { MODAL, useAvailableCommands, useRunCommand } from '@/lib/commands/provider';
import { useDebounced } from '@/lib/use-debounced';
import { Keys } from '@/ui/kbd';
import { rememberCommand, sortedCommands } from './palette-order';

interface PersonHit {
  id: string;
  full_name: string;
  company?: string | null;
  title?: string | null;
}

/** People and commands in one list. No entrance animation: it is there when the keys are let go. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const choices = useChoices(text);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="bg-scrim fixed inset-0 z-40" />
        <Dialog.Popup
          {...MODAL}
          aria-label="Find a person or a command"
          className="bg-surface shadow-float fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[60vh] max-w-[36rem] flex-col overflow-hidden rounded-lg outline-none"
        >
          <Autocomplete.Root
            open
            inline
            items={[...choices.commands, ...choices.people.map((person) => person.id)]}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={text}
            onValueChange={setText}
          >
            <Autocomplete.Input
              aria-label="Find a person or a command"
              placeholder="Find a person or a command"
              className="border-line placeholder:text-ink-3 h-12 shrink-0 border-b bg-transparent px-4 text-lg outline-none"
            />
            <Autocomplete.List className="overflow-y-auto p-1.5">
              {choices.people.map((person) => (
                <PersonChoice key={person.id} person={person} onClose={onClose} />
              ))}
              {choices.commands.map((id) => (
                <CommandChoice key={id} id={id} onClose={onClose} />
              ))}
            </Autocomplete.List>
            <Autocomplete.Empty className="text-ink-3 px-4 py-3 empty:hidden">Nothing by that name.</Autocomplete.Empty>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** People only once something is typed: with nothing typed the commands are what one may not know. */
function useChoices(text: string): { commands: CommandId[]; people: PersonHit[] } {
  const q = useDebounced(text.trim(), 120);
  const found = useQuery({ ...peopleSuggestionsQuery(q), enabled: q !== '' });
  const commands = sortedCommands(useAvailableCommands(), text);
  return { commands, people: q === '' || text.trim() === '' ? [] : (found.data?.items ?? []) };
}

const ITEM =
  'flex min-h-11 cursor-default select-none items-center gap-3 rounded-sm px-2.5 outline-none data-highlighted:bg-accent-soft md:min-h-9 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3';

function PersonChoice({ person, onClose }: { person: PersonHit; onClose: () => void }) {
  const navigate = useNavigate();
  const open = () => {
    onClose();
    void navigate({ to: '/people/$contactId', params: { contactId: person.id } });
  };
  return (
    <Autocomplete.Item value={person.id} onClick={open} className={ITEM}>
      <User aria-hidden="true" />
      <span className="font-medium">{person.full_name}</span>
      <span className="text-ink-3 min-w-0 flex-1 truncate">{roleOf(person)}</span>
    </Autocomplete.Item>
  );
}

function CommandChoice({ id, onClose }: { id: CommandId; onClose: () => void }) {
  const run = useRunCommand();
  const { label, icon: Icon } = command(id);
  const choose = () => {
    rememberCommand(id);
    onClose();
    run(id);
  };
  return (
    <Autocomplete.Item value={id} onClick={choose} className={ITEM}>
      <Icon aria-hidden="true" />
      <span className="flex-1">{label}</span>
      <Keys of={id} />
    </Autocomplete.Item>
  );
}
