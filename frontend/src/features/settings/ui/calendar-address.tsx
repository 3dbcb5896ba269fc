import { useQuery } from '@tanstack/react-query';
import { messageOf } from '@/api/problem';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';
import { Button } from '@/ui/button';
import { CopyLine } from '@/ui/copyable';
import { ShownOnce } from '@/ui/shown-once';
import { useToast } from '@/ui/toast';
import { calendarQuery, useEndCalendar, useMakeCalendar } from '../api/queries';

/** The secret address of the owner's calendar: made, made anew, ended. */
export function CalendarAddress() {
  const say = useToast();
  const { data: calendar } = useQuery(calendarQuery());
  const make = useMakeCalendar();
  const end = useEndCalendar();
  const failed = (error: Error) => say({ text: messageOf(error), tone: 'failed' });
  const address = make.data && `${window.location.origin}${make.data.path}`;
  const stop = () =>
    end.mutate(undefined, {
      onError: failed,
      onSuccess: () => {
        make.reset();
        say({ text: 'The calendar address is ended.' });
      },
    });
  return (
    <div className="border-line grid gap-4 border-t pt-4">
      <p className="text-ink-2">
        Subscribe to what is ahead in your own calendar: follow-ups, promises, birthdays, events. Whoever has the
        address can read it.
      </p>
      {address && (
        <ShownOnce lead="Copy the address now.">
          <CopyLine label="Calendar address" text={address} />
        </ShownOnce>
      )}
      {calendar && !address && (
        <p>{`An address that ends in …${calendar.last_four} was made ${relativeDay(calendar.created_at, clock.now())}. A new one ends it.`}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button busy={make.isPending} onClick={() => make.mutate(undefined, { onError: failed })}>
          {calendar ? 'New address' : 'Make an address'}
        </Button>
        {calendar && (
          <Button variant="ghost" busy={end.isPending} onClick={stop}>
            End the calendar
          </Button>
        )}
      </div>
    </div>
  );
}
