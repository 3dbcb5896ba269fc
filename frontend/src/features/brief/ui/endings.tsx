import type { Brief } from '@/api/types';
import { BriefPart } from './brief-part';

/** How to end, whichever way it goes. */
export function Endings({ endings: { good, otherwise } }: { endings: Brief['endings'] }) {
  return (
    <BriefPart title="How to end" shown>
      <Ending title="If the good signs come" text={good.text} />
      <Ending title="If the others do" text={otherwise.text} />
    </BriefPart>
  );
}

function Ending({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-ink-3 text-sm">{title}</h3>
      <p className="font-serif text-lg">{text}</p>
    </div>
  );
}
