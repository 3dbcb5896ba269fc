import { Page } from '@/ui/page';
import { SkeletonList } from '@/ui/states';

export function InsightsSkeleton() {
  return (
    <Page title="Insights" subtitle="Reading your log.">
      <SkeletonList rows={4} className="h-48 rounded-lg" />
    </Page>
  );
}
