import { type FormEvent, useState } from 'react';
import { type LogDraft, SignalChips } from '@/features/log';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import type { Met } from '../model/met';

interface Props {
  met: Met;
  busy: boolean;
  onSave: (more: Pick<LogDraft, 'signals' | 'summary' | 'promises'>) => void;
}

/** How the talk went, in taps and one line. */
export function TalkNote({ met, busy, onSave }: Props) {
  const [signals, setSignals] = useState(met.signals);
  const [promises, setPromises] = useState<LogDraft['promises']>(met.unsent?.draft.promises ?? {});
  const [summary, setSummary] = useState(met.summary);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ signals, summary, promises });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label="One line (optional)">
        {(control) => (
          <Input
            {...control}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            enterKeyHint="done"
          />
        )}
      </Field>
      <SignalChips
        signals={signals}
        promises={promises}
        onChange={(nextSignals, nextPromises) => {
          setSignals(nextSignals);
          setPromises(nextPromises);
        }}
      />
      <Button type="submit" variant="primary" size="field" busy={busy} className="w-full md:w-fit">
        Save
      </Button>
    </form>
  );
}
