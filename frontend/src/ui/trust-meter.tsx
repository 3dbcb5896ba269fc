import type { TrustStage } from '@/api/types';
import { cn } from '@/lib/cn';
import { STAGES } from '@/lib/orders';
import { STAGE_LABEL } from '@/lib/words';

const TONE: Record<TrustStage, { soft: string; ink: string; mark: string }> = {
  stranger: { soft: 'bg-stranger-soft', ink: 'text-stranger-ink', mark: 'text-stranger' },
  acquainted: { soft: 'bg-acquainted-soft', ink: 'text-acquainted-ink', mark: 'text-acquainted' },
  rapport: { soft: 'bg-rapport-soft', ink: 'text-rapport-ink', mark: 'text-rapport' },
  trusted: { soft: 'bg-trusted-soft', ink: 'text-trusted-ink', mark: 'text-trusted' },
  ally: { soft: 'bg-ally-soft', ink: 'text-ally-ink', mark: 'text-ally' },
};

/** Four pips and the word; colour is the third signal, never the only one. */
export function TrustMeter({ stage, className }: { stage: TrustStage; className?: string }) {
  const tone = TONE[stage];
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1.5 rounded-full px-2 text-xs font-medium',
        tone.soft,
        tone.ink,
        className,
      )}
    >
      <Pips filled={STAGES.indexOf(stage)} className={tone.mark} />
      {STAGE_LABEL[stage]}
    </span>
  );
}

function Pips({ filled, className }: { filled: number; className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 22 8" className={cn('h-2 w-[22px]', className)}>
      {[0, 1, 2, 3].map((pip) => (
        <rect
          key={pip}
          x={pip * 6 + 0.5}
          y="0.5"
          width="3"
          height="7"
          rx="1.5"
          fill={pip < filled ? 'currentColor' : 'none'}
          stroke="currentColor"
        />
      ))}
    </svg>
  );
}
