import { useState } from 'react';
import type { Interaction } from '@/api/types';
import { Page } from '@/ui/page';
import { freshDraft, type LogDraft } from '../model/draft';
import { lastKind, rememberKind, storeDraft, storedDraft } from '../model/storage';
import { LogForm } from './log-form';
import { Logged } from './logged';

interface Props {
  /** Whom it is about, where that is known from the page before. */
  person: LogDraft['person'];
}

export function LogScreen({ person }: Props) {
  const [draft, setDraft] = useState(() => startingDraft(person));
  const [logged, setLogged] = useState<{ interaction: Interaction; person: LogDraft['person'] } | null>(null);

  const change = (next: LogDraft) => {
    setDraft(next);
    storeDraft(next);
  };
  const finish = (interaction: Interaction) => {
    setLogged({ interaction, person: draft.person });
    rememberKind(draft.kind);
    storeDraft(null);
    setDraft(freshDraft(draft.kind, null));
  };

  return (
    <Page title="Log an interaction" subtitle={logged ? undefined : 'A few taps are enough.'}>
      {logged ? (
        <Logged interaction={logged.interaction} person={logged.person} onAnother={() => setLogged(null)} />
      ) : (
        <LogForm draft={draft} onChange={change} onLogged={finish} />
      )}
    </Page>
  );
}

/** A draft that was left lying goes on, unless the page before named somebody else. */
function startingDraft(person: LogDraft['person']): LogDraft {
  const stored = storedDraft();
  if (stored && (!person || stored.person?.id === person.id)) return stored;
  return freshDraft(lastKind(), person);
}
