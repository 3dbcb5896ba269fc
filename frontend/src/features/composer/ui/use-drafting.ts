import { type RefObject, useState } from 'react';
import type { Drafted, Intent } from '@/api/types';
import { useUndo } from '@/ui/undo';
import { useDraft } from '../api/queries';
import { isBlank, type Message, toWish, withDraft } from '../model/message';

interface Hands {
  /** The message as it is by the time a draft arrives: somebody may have typed meanwhile. */
  latest: RefObject<Message>;
  onChange: (message: Message) => void;
  onMissing: (missing: 'person' | 'about') => void;
}

/** Asks for drafts, and puts one in the place of the text: at once where there is none, else when told to. */
export function useDrafting(message: Message, { latest, onChange, onMissing }: Hands) {
  const remember = useUndo();
  const draft = useDraft();
  const [drafted, setDrafted] = useState<Drafted | null>(null);

  const begin = (intent: Intent) => {
    const meant = { ...message, intent };
    onChange(meant);
    const wish = toWish(meant, intent);
    if (!wish) return onMissing(meant.person ? 'about' : 'person');
    draft.mutate(wish, {
      onSuccess: (made) => {
        if (latest.current.person !== meant.person) return;
        setDrafted(made);
        if (isBlank(latest.current)) onChange(withDraft(latest.current, made));
      },
    });
  };
  const use = (made: Drafted) => {
    onChange(withDraft(message, made));
    remember('The draft took the place of your text.', () => onChange(message));
  };
  return {
    begin,
    use,
    drafted,
    close: () => setDrafted(null),
    isUsed: drafted?.body === message.body,
    busy: draft.isPending,
    error: draft.error,
  };
}
