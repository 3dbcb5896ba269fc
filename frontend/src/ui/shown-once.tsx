import type { ReactNode } from 'react';

/** What is shown once, to be taken along now: it is kept locked or as a hash, and given to nobody again. */
export function ShownOnce({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <div role="status" className="bg-ok-soft grid gap-3 rounded-md p-3">
      <p className="text-ok">{`${lead} It is not shown again.`}</p>
      {children}
    </div>
  );
}
