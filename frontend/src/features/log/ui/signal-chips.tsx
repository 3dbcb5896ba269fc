import type { Signal } from '@/api/types';
import { useCommand } from '@/lib/commands/provider';
import { SIGNAL_LABEL } from '@/lib/words';
import { ToggleChip } from '@/ui/chip';
import { Input } from '@/ui/field';
import { Keycap } from '@/ui/kbd';
import { digitOfSignal, OFFERED_PROMISE, signalOfDigit, toggled, WENT_BADLY, WENT_WELL } from '../model/signals';

type Promises = Partial<Record<Signal, string>>;

interface Props {
  signals: Signal[];
  promises: Promises;
  /** A promise of theirs is kept already: none is offered besides. */
  promised?: boolean;
  onChange: (signals: Signal[], promises: Promises) => void;
}

/** What happened, in taps. A signal that hints at a promise of theirs offers to write it down. */
export function SignalChips({ signals, promises, promised = false, onChange }: Props) {
  const toggle = (signal: Signal) => onChange(toggled(signals, signal), promises);
  useCommand('log.signal', (digit) => {
    const signal = signalOfDigit(digit);
    if (signal) toggle(signal);
  });
  const hinted = signals.filter((signal) => OFFERED_PROMISE[signal] && (!promised || promises[signal] !== undefined));
  return (
    <div className="grid gap-4">
      <Group legend="Signs of interest" signals={WENT_WELL} chosen={signals} onToggle={toggle} />
      <Group legend="Signs of little interest" signals={WENT_BADLY} chosen={signals} onToggle={toggle} />
      {hinted.map((signal) => (
        <PromiseOffer
          key={signal}
          suggestion={OFFERED_PROMISE[signal] ?? ''}
          what={promises[signal]}
          onChange={(what) => onChange(signals, { ...promises, [signal]: what })}
        />
      ))}
    </div>
  );
}

interface GroupProps {
  legend: string;
  signals: readonly Signal[];
  chosen: readonly Signal[];
  onToggle: (signal: Signal) => void;
}

function Group({ legend, signals, chosen, onToggle }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {signals.map((signal) => (
          <ToggleChip key={signal} pressed={chosen.includes(signal)} onChange={() => onToggle(signal)}>
            {SIGNAL_LABEL[signal]}
            <Digit of={signal} />
          </ToggleChip>
        ))}
      </div>
    </fieldset>
  );
}

function Digit({ of }: { of: Signal }) {
  const digit = digitOfSignal(of);
  if (!digit) return null;
  return (
    <span aria-hidden="true" className="hidden md:inline">
      <Keycap>{digit}</Keycap>
    </span>
  );
}

interface OfferProps {
  suggestion: string;
  what: string | undefined;
  onChange: (what: string | undefined) => void;
}

function PromiseOffer({ suggestion, what, onChange }: OfferProps) {
  const taken = what !== undefined;
  return (
    <div className="bg-hold-soft grid gap-2 rounded-md p-3">
      <p className="text-hold text-sm">{taken ? 'Kept as their promise' : 'Keep it as their promise?'}</p>
      <ToggleChip
        pressed={taken}
        aria-label={`Keep as their promise: ${suggestion}`}
        onChange={(pressed) => onChange(pressed ? suggestion : undefined)}
        className="justify-self-start"
      >
        {suggestion}
      </ToggleChip>
      {taken && (
        <Input aria-label="What they promised" value={what} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
