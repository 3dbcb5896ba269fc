import { Button } from '@/ui/button';
import type { SentMessage } from '../model/draft';

/** The message that will be kept with the entry, word for word. */
export function SentWords({ message, onLeaveOut }: { message: SentMessage; onLeaveOut: () => void }) {
  return (
    <section aria-label="The message" className="border-line bg-surface grid gap-2 rounded-md border p-3">
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm font-medium">The message</p>
        <Button variant="ghost" size="sm" onClick={onLeaveOut}>
          Leave it out
        </Button>
      </div>
      {message.subject && <p className="font-medium">{message.subject}</p>}
      <p className="text-ink-2 line-clamp-6 whitespace-pre-wrap">{message.body}</p>
    </section>
  );
}
