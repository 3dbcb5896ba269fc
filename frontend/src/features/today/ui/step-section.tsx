import { SectionTitle } from '@/ui/page';
import type { StepDeeds } from '../model/deeds';
import type { TodaySection } from '../model/sections';
import { StepCard } from './step-card';

export function StepSection({ section, deeds }: { section: TodaySection; deeds: StepDeeds }) {
  return (
    <section aria-label={section.title} className="grid gap-3">
      <SectionTitle className="text-ink-2">{section.title}</SectionTitle>
      <ol start={section.firstRank} className="grid gap-4">
        {section.steps.map((step, place) => (
          <li key={step.id}>
            <StepCard step={step} rank={section.firstRank + place} deeds={deeds} />
          </li>
        ))}
      </ol>
    </section>
  );
}
