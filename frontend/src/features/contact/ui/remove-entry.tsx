import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import { useTakeBack } from '@/features/log';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { useToast } from '@/ui/toast';

interface Props {
  interactionId: string;
  contactId: string;
  /** How the entry is called in the timeline. */
  title: string;
}

/** Takes what was logged by mistake out of the log. */
export function RemoveEntry({ interactionId, contactId, title }: Props) {
  const takeBack = useTakeBack();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const remove = () =>
    takeBack.mutate(
      { id: interactionId, contactId },
      {
        onSuccess: () => say({ text: 'Removed. What followed from it is corrected.' }),
        onError: (error) => say({ text: messageOf(error), tone: 'failed' }),
        onSettled: close,
      },
    );
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-my-2.5 md:-my-1"
        aria-label={`Remove ${title}`}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" />
      </Button>
      <Confirm
        open={asking}
        title="Remove it from the log?"
        action="Remove the entry"
        busy={takeBack.isPending}
        onConfirm={remove}
        onClose={close}
      >
        {`${title}. The promises noted with it go too; stage, warmth and the next step are worked out anew. This cannot be undone.`}
      </Confirm>
    </>
  );
}
