import type { RefObject } from 'react';
import { useUndo } from '@/ui/undo';
import { type Edit, mended } from '../model/mending';
import type { Message } from '../model/message';

interface Desk {
  latest: RefObject<Message>;
  fields: Record<Edit['field'], RefObject<HTMLTextAreaElement | null>>;
  onChange: (message: Message) => void;
}

/** Makes the edits that the coach offers, one at a tap, each with a way back as long as nothing else was written. */
export function useMending({ latest, fields, onChange }: Desk) {
  const remember = useUndo();
  const put = (next: Message, said: string) => {
    const before = latest.current;
    onChange(next);
    remember(said, () => {
      if (latest.current === next) onChange(before);
    });
  };

  const mend = (edit: Edit) => {
    put(mended(latest.current, edit), edit.text === '' ? 'It is left out.' : 'It is in your text.');
    const field = fields[edit.field].current;
    // Once the new text is on the screen: the cursor then stands where it changed, and the focus is not lost.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(edit.start + edit.text.length, edit.start + edit.text.length);
    });
  };
  const leaveOutFiles = () => put({ ...latest.current, attachments: '' }, 'The files are left out.');
  return { mend, leaveOutFiles };
}
