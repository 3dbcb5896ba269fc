import { useState } from 'react';
import type { Interaction } from '@/api/types';
import { Page } from '@/ui/page';
import { freshDraft, type LogDraft } from '../model/draft';
import { effectLine } from '../model/effects';
import { lastKind, rememberKind, storeDraft, storedDraft } from '../model/storage';
import { LogForm } from './log-form';
import { Logged } from './logged';

const WILL_SEND = 'Kept here. Will send when you are back online.';

interface Props {
  /** Whom it is about, where that is known from the page before. */
  person: LogDraft['person'];
}

export function LogScreen({ person }: Props) {
  const [draft, setDraft] = useState(() => startingDraft(person));
  const [logged, setLogged] = useState<{ line: string; draft: LogDraft; entryId: string | null } | null>(null);

  const change = (next: LogDraft) => {
    setDraft(next);
    storeDraft(next);
  };
  const finish = (interaction: Interaction | null) => {
    const line = interaction ? effectLine(interaction.effects) : WILL_SEND;
    setLogged({ line, draft, entryId: interaction?.id ?? null });
    rememberKind(draft.kind);
    storeDraft(null);
    setDraft(freshDraft(draft.kind, null));
  };

  return (
    <Page title="Log an interaction" subtitle={logged ? undefined : 'A few taps are enough.'}>
      {logged ? (
        <Logged
          line={logged.line}
          person={logged.draft.person}
          entryId={logged.entryId}
          onAnother={() => setLogged(null)}
          onTakenBack={() => {
            change(logged.draft);
            setLogged(null);
          }}
        />
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
