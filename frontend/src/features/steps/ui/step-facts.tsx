import { MessageCircleReply, Route, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Step } from '@/api/types';
import { formatPercent } from '@/lib/intl';
import { CHANNEL_WORDS } from '@/lib/words';
import { WindowLine } from './window-line';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** When, how, how likely an answer is, and through whom. */
export function StepFacts({ step }: { step: Step }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      {step.window && <WindowLine window={step.window} />}
      {step.channel && <Fact icon={<Send aria-hidden="true" />}>{capital(CHANNEL_WORDS[step.channel])}</Fact>}
      {step.reply_probability !== null && (
        <Fact
          icon={<MessageCircleReply aria-hidden="true" />}
        >{`${formatPercent(step.reply_probability)} chance of a reply`}</Fact>
      )}
      {step.via && <Fact icon={<Route aria-hidden="true" />}>Through {step.via.full_name}</Fact>}
    </div>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="text-ink-3 flex items-center gap-2 text-sm [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>{children}</span>
    </p>
  );
}
