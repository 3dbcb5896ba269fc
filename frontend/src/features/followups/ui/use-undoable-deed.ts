import type { FollowUp } from '@/api/types';
import { useToast } from '@/ui/toast';
import { useUndo } from '@/ui/undo';
import { useFollowUpDeed } from '../api/queries';
import type { Deed } from '../model/deeds';

type Doing = Deed extends infer D ? (D extends unknown ? Omit<D, 'id'> : never) : never;

/** Does something with a follow-up and offers to take it back. What was asked in words says itself why it failed. */
export function useUndoableDeed({ id, due_at }: FollowUp, name: string) {
  const say = useToast();
  const remember = useUndo();
  const { mutate, isPending, error, reset } = useFollowUpDeed();
  const failed = () => say({ text: 'That did not save. It is back on your list.', tone: 'failed' });

  const act = (doing: Doing, said: string, after?: () => void) => {
    const back: Deed = doing.kind === 'snooze' ? { id, kind: 'move-back', dueAt: due_at } : { id, kind: 'reopen' };
    const offer = () => remember(`${said}: ${name}`, () => mutate(back, { onError: failed }));
    if (after) {
      mutate(
        { id, ...doing },
        {
          onSuccess: () => {
            offer();
            after();
          },
        },
      );
      return;
    }
    mutate({ id, ...doing }, { onError: failed });
    offer();
  };
  return { act, isPending, error, reset };
}
