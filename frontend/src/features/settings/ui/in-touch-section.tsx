import { Suspense } from 'react';
import { TagIntervals } from '@/features/keep-in-touch';
import { Skeleton } from '@/ui/states';
import { SettingsSection } from './settings-section';

export function InTouchSection() {
  return (
    <SettingsSection
      title="Keep in touch, by tag"
      lead="Of several tags the shortest counts; what you set for one person comes first. Without an interval, how warm the tie is decides."
    >
      <Suspense fallback={<Skeleton className="h-24" />}>
        <TagIntervals />
      </Suspense>
    </SettingsSection>
  );
}
