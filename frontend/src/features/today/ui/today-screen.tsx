import { useSuspenseQuery } from '@tanstack/react-query';
import { LaterThisWeek } from '@/features/followups';
import { Page } from '@/ui/page';
import { anybodyQuery, todayQuery } from '../api/queries';
import { summary } from '../model/summary';
import { CaughtUp } from './caught-up';
import { DoneList } from './done-list';
import { FirstDoors } from './first-doors';
import { Steps } from './steps';

export function TodayScreen() {
  const { data: today } = useSuspenseQuery(todayQuery());
  const { data: anybody } = useSuspenseQuery(anybodyQuery());
  if (!anybody) return <FirstDoors />;
  const done = today.done.length;
  return (
    <Page
      title="Today"
      subtitle={summary(today)}
      actions={done > 0 && <p className="text-ink-2">{`${done} done today`}</p>}
    >
      {today.items.length > 0 ? <Steps steps={today.items} /> : <CaughtUp nextOpensAt={today.next_opens_at} />}
      <LaterThisWeek />
      <DoneList done={today.done} />
    </Page>
  );
}
