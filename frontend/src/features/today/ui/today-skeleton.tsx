import { Page } from '@/ui/page';
import { SkeletonList } from '@/ui/states';

export function TodaySkeleton() {
  return (
    <Page title="Today" subtitle="Looking at who needs you.">
      <SkeletonList rows={3} className="h-60 rounded-lg" />
    </Page>
  );
}
