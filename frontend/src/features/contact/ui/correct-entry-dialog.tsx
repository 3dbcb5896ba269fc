import { type FormEvent, useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Interaction } from '@/api/types';
import {
  AskAndLength,
  CONVERSATIONS,
  DirectionChoice,
  KINDS,
  SignalChips,
  useCorrect,
  useTakeBack,
  usualDirection,
} from '@/features/log';
import { KIND_LABEL } from '@/lib/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, FormAlert, Input, Options, Select, Textarea } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { type Correction, correctionOf, isCorrect, patchOf } from '../model/correction';

interface Props {
  interaction: Interaction;
  contactId: string;
  title: string;
  onClose: () => void;
}

/** A refusal stands in the dialog's alert already. */
const isShown = () => undefined;

/** When and how it was, what was said, asked and shown; or all of it out of the log. */
export function CorrectEntryDialog({ interaction, contactId, title, onClose }: Props) {
  const before = correctionOf(interaction);
  const [now, setNow] = useState(before);
  const [isGoing, setIsGoing] = useState(false);
  const correct = useCorrect(interaction.id);
  const remember = useUndo();
  const set = (part: Partial<Correction>) => setNow({ ...now, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isCorrect(now)) return;
    correct.mutateAsync(patchOf(now, interaction)).then((changed) => {
      remember(`Corrected: ${title}`, () => correct.mutate(patchOf(before, changed)));
      onClose();
    }, isShown);
  };
  return (
    <Dialog open onClose={onClose} title={title} description="What followed from it is worked out anew.">
      {isGoing ? (
        <Going interactionId={interaction.id} contactId={contactId} onKeep={() => setIsGoing(false)} onGone={onClose} />
      ) : (
        <form noValidate className="grid gap-4" onSubmit={submit}>
          <Field label="On" className="max-w-48" error={isCorrect(now) ? undefined : 'Choose a day.'}>
            {(control) => (
              <Input {...control} type="date" value={now.day} onChange={({ target }) => set({ day: target.value })} />
            )}
          </Field>
          <Field label="What happened">
            {(control) => (
              <Textarea {...control} value={now.summary} onChange={({ target }) => set({ summary: target.value })} />
            )}
          </Field>
          {interaction.kind !== 'note' && <Happening now={now} set={set} />}
          <FormAlert>{correct.error && messageOf(correct.error)}</FormAlert>
          <div className="flex flex-wrap justify-between gap-2">
            <Button type="submit" variant="primary" busy={correct.isPending}>
              Save
            </Button>
            <Button variant="danger" onClick={() => setIsGoing(true)}>
              Remove from the log
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** A note stays a note, and only what is none can become one of the other kinds. */
const HAPPENINGS = KINDS.filter((kind) => kind !== 'note');

function Happening({ now, set }: { now: Correction; set: (part: Partial<Correction>) => void }) {
  return (
    <>
      <Field label="How" className="max-w-64">
        {(control) => (
          <Select
            {...control}
            value={now.kind}
            onChange={({ target }) => {
              const kind = HAPPENINGS.find((one) => one === target.value) ?? now.kind;
              const minutes = CONVERSATIONS.includes(kind) ? now.minutes : null;
              set({ kind, minutes, direction: usualDirection(kind) });
            }}
          >
            <Options of={HAPPENINGS} label={(kind) => KIND_LABEL[kind]} />
          </Select>
        )}
      </Field>
      <DirectionChoice value={now.direction} onChange={(direction) => set({ direction })} />
      <AskAndLength
        kind={now.kind}
        direction={now.direction}
        minutes={now.minutes}
        askSize={now.askSize}
        onMinutes={(minutes) => set({ minutes })}
        // What came of an ask goes with it.
        onAskSize={(askSize) => set({ askSize, askOutcome: askSize === 'none' ? null : now.askOutcome })}
      />
      <SignalChips signals={now.signals} promises={{}} promised onChange={(signals) => set({ signals })} />
    </>
  );
}

interface GoingProps {
  interactionId: string;
  contactId: string;
  onKeep: () => void;
  onGone: () => void;
}

function Going({ interactionId, contactId, onKeep, onGone }: GoingProps) {
  const takeBack = useTakeBack();
  const say = useToast();
  const remove = () =>
    takeBack.mutateAsync({ id: interactionId, contactId }).then(() => {
      say({ text: 'Removed. What followed from it is corrected.' });
      onGone();
    }, isShown);
  return (
    <>
      <p className="text-ink-2">The promises noted with it go too. This cannot be undone.</p>
      <FormAlert>{takeBack.error && messageOf(takeBack.error)}</FormAlert>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onKeep}>
          Keep it
        </Button>
        <Button variant="danger" busy={takeBack.isPending} onClick={remove}>
          Remove the entry
        </Button>
      </div>
    </>
  );
}
