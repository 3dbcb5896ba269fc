import type { LucideIcon } from 'lucide-react';
import { messageOf } from '@/api/problem';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { useNoteDeed, useTakeBack } from '../api/queries';
import type { Choice } from '../model/tracking';

/** Writes down what happened, with a way back. */
export function ChoiceButton({ choice, icon: Icon }: { choice: Choice; icon?: LucideIcon }) {
  const say = useToast();
  const remember = useUndo();
  const note = useNoteDeed();
  const takeBack = useTakeBack();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const tap = () =>
    note
      .mutateAsync(choice.deed)
      .then((undo) => remember(choice.said, () => takeBack.mutateAsync(undo).catch(failed)), failed);
  return (
    <Button busy={note.isPending} onClick={tap}>
      {Icon && <Icon aria-hidden="true" />}
      {choice.label}
    </Button>
  );
}
