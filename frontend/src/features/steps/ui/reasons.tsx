import { Link } from '@tanstack/react-router';
import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Evidence, Reason } from '@/api/types';
import { clock } from '@/lib/clock';
import { relativeDay } from '@/lib/dates';

/** Why: each reason opens what it rests on, and the rule that says so. */
export function Reasons({ reasons, contactId }: { reasons: Reason[]; contactId: string | undefined }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="text-ink-2 grid gap-1">
      {reasons.map((reason) => (
        <li
          key={reason.rule + reason.text}
          className="before:bg-accent relative pl-3 before:absolute before:top-[0.6em] before:left-0 before:size-1 before:rounded-full"
        >
          <Foundation reason={reason} contactId={contactId}>
            {reason.text}
          </Foundation>
        </li>
      ))}
    </ul>
  );
}

interface FoundationProps {
  reason: Reason;
  contactId: string | undefined;
  children: ReactNode;
}

/** A sentence that opens: what shows it, and its rule in the playbook. */
function Foundation({ reason: { evidence, why }, contactId, children }: FoundationProps) {
  return (
    <details>
      <summary className="decoration-edge list-none rounded-sm decoration-dotted underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        {children}
      </summary>
      <ul className="text-ink-3 mt-1 mb-1 grid gap-0.5 text-sm">
        {contactId &&
          evidence.map((item) => (
            <li key={JSON.stringify(item)}>
              <EvidenceLine evidence={item} contactId={contactId} />
            </li>
          ))}
        <li>
          <a href={why} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-4">
            The rule behind it
          </a>
        </li>
      </ul>
    </details>
  );
}

function EvidenceLine({ evidence, contactId }: { evidence: Evidence; contactId: string }) {
  const day = evidence.occurred_at ? relativeDay(evidence.occurred_at, clock.now()) : null;
  const words = [evidence.fact, day].filter(Boolean).join(', ') || 'See the timeline';
  return (
    <Link
      to="/people/$contactId"
      params={{ contactId }}
      search={{ view: 'timeline' }}
      className="text-accent underline underline-offset-4"
    >
      {words}
    </Link>
  );
}

/** What not to do yet, and what would change it. Never red: it is advice, not an alarm. */
export function Cautions({ cautions }: { cautions: Reason[] }) {
  if (cautions.length === 0) return null;
  return (
    <ul className="border-hold text-hold grid gap-1.5 border-l-2 pl-3">
      {cautions.map((caution) => (
        <li key={caution.rule + caution.text} className="flex gap-2">
          <Hand aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <Foundation reason={caution} contactId={undefined}>
            <strong className="font-semibold">Not yet:</strong> {caution.text}
          </Foundation>
        </li>
      ))}
    </ul>
  );
}

/** What holds as well, without holding anything back. */
export function AlsoTrue({ notes }: { notes: Reason[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="text-ink-2">
      <summary className="w-fit rounded-sm text-sm font-medium">Also true</summary>
      <ul className="mt-2 grid gap-1 text-sm">
        {notes.map((note) => (
          <li key={note.rule + note.text}>{note.text}</li>
        ))}
      </ul>
    </details>
  );
}
