import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { FormAlert } from '@/ui/field';
import { refusalWords, WhenField } from './when-field';

interface Props {
  title: string;
  description: string;
  label: string;
  deed: string;
  contactId?: string;
  busy: boolean;
  error: unknown;
  onSay: (text: string) => void;
  onClose: () => void;
}

/** Asks for one date in words: until when to snooze, or until when one is away. */
export function WhenDialog({ title, description, label, deed, contactId, busy, error, onSay, onClose }: Props) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog open onClose={onClose} title={title} description={description}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (text.trim()) onSay(text.trim());
        }}
      >
        <WhenField
          label={label}
          value={text}
          onChange={setText}
          contactId={contactId}
          error={tried && !text.trim() ? 'Say when.' : undefined}
        />
        <FormAlert>{Boolean(error) && refusalWords(error)}</FormAlert>
        <Button type="submit" variant="primary" busy={busy} className="justify-self-start">
          {deed}
        </Button>
      </form>
    </Dialog>
  );
}
