import { useRef, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Interaction } from '@/api/types';
import { PersonPicker } from '@/features/contacts';
import { clock } from '@/lib/clock';
import { useCommand } from '@/lib/commands/provider';
import { KIND_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { ChipChoice } from '@/ui/chip';
import { Field, FormAlert } from '@/ui/field';
import { Keys } from '@/ui/kbd';
import { useLog } from '../api/queries';
import { carriesMessage, KINDS, type LogDraft, usualDirection } from '../model/draft';
import { type Entry, entryOf } from '../model/entry';
import { AskAndLength } from './ask-and-length';
import { DirectionChoice } from './direction-choice';
import { NoteField } from './note-field';
import { SentWords } from './sent-words';
import { SignalChips } from './signal-chips';
import { WhenField } from './when-field';

interface Props {
  draft: LogDraft;
  onChange: (draft: LogDraft) => void;
  /** Null where it waits for the network. */
  onLogged: (interaction: Interaction | null) => void;
}

export function LogForm({ draft, onChange, onLogged }: Props) {
  const entry = useRef<Entry | null>(null);
  const log = useLog();
  const [nobody, setNobody] = useState(false);
  const set = (part: Partial<LogDraft>) => onChange({ ...draft, ...part });

  const submit = () => {
    setNobody(!draft.person);
    entry.current = entryOf(draft, clock.now(), entry.current);
    if (entry.current && !log.isPending) log.mutate(entry.current, { onSuccess: onLogged });
  };
  useCommand('app.submit', submit);

  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="Who" error={nobody && !draft.person ? 'Choose a person.' : undefined}>
        {(control) => <PersonPicker {...control} value={draft.person} onChange={(person) => set({ person })} />}
      </Field>
      <NoteField draft={draft} onChange={onChange} />
      <ChipChoice
        legend="How"
        name="kind"
        options={KINDS}
        label={(kind) => KIND_LABEL[kind]}
        value={draft.kind}
        onChange={(kind) => set({ kind, direction: usualDirection(kind) })}
      />
      {draft.kind !== 'note' && (
        <DirectionChoice value={draft.direction} onChange={(direction) => set({ direction })} />
      )}
      <SignalChips
        signals={draft.signals}
        promises={draft.promises}
        promised={draft.vows.some(({ by }) => by === 'them')}
        onChange={(signals, promises) => set({ signals, promises })}
      />
      <WhenField value={draft.when} onChange={(when) => set({ when })} />
      <AskAndLength
        kind={draft.kind}
        direction={draft.direction}
        minutes={draft.minutes}
        askSize={draft.askSize}
        onMinutes={(minutes) => set({ minutes })}
        onAskSize={(askSize) => set({ askSize })}
      />
      {draft.message && carriesMessage(draft) && (
        <SentWords message={draft.message} onLeaveOut={() => set({ message: null })} />
      )}
      <div className="bottom-bar border-line bg-canvas sticky -mx-4 grid gap-3 border-t px-4 py-3 md:bottom-0 md:mx-0 md:px-0">
        <FormAlert>{log.isError && messageOf(log.error)}</FormAlert>
        <Button type="submit" variant="primary" busy={log.isPending} className="md:justify-self-start">
          Save
          <Keys of="app.submit" />
        </Button>
      </div>
    </form>
  );
}
