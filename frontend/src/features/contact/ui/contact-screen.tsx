import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { AskSize } from '@/api/types';
import { contactQuery } from '@/features/contacts';
import { FollowUpsOf } from '@/features/followups';
import { Introductions } from '@/features/introductions';
import { KeepInTouchWith } from '@/features/keep-in-touch';
import { cn } from '@/lib/cn';
import { Skeleton } from '@/ui/states';
import { relationshipQuery } from '../api/queries';
import { VIEW_LABEL, VIEWS, type View } from '../model/views';
import { ContactHeader } from './contact-header';
import { Facts } from './facts';
import { NextStep } from './next-step';
import { Promises } from './promises';
import { RelationshipPicture } from './relationship-picture';
import { Timeline } from './timeline';
import { useContactKeys } from './use-contact-keys';
import { WhatIf } from './what-if';

const Timing = lazy(async () => ({ default: (await import('./timing')).Timing }));
const Commonalities = lazy(async () => ({ default: (await import('./commonalities')).Commonalities }));
const TieSuggestions = lazy(async () => ({ default: (await import('./tie-suggestions')).TieSuggestions }));

interface Props {
  contactId: string;
  /** Which part a phone shows; a desk shows all of them. */
  view: View;
  want: AskSize | undefined;
}

export function ContactScreen({ contactId, view, want }: Props) {
  const { data: contact } = useSuspenseQuery(contactQuery(contactId));
  useContactKeys(contactId);
  return (
    <div className="mx-auto w-full max-w-[1080px] px-4 pt-6 pb-12 md:px-8 md:pt-10">
      <ContactHeader contact={contact} />
      <ViewSwitch contactId={contactId} view={view} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
        <div className={cn('grid min-w-0 content-start gap-6', view === 'about' && 'max-lg:hidden')}>
          <Part of="next" shown={view}>
            <NextStep contact={contact} />
            {!contact.do_not_contact && <WarmWays contactId={contactId} />}
          </Part>
          <Part of="timeline" shown={view}>
            <Timeline contactId={contactId} />
          </Part>
        </div>
        <div className={cn('grid min-w-0 content-start gap-6', view === 'timeline' && 'max-lg:hidden')}>
          <Part of="next" shown={view}>
            <RelationshipPicture contactId={contactId} />
            <WhatIf contact={contact} want={want} />
            {!contact.do_not_contact && (
              <Suspense fallback={<Skeleton className="h-96" />}>
                <Timing contactId={contactId} />
              </Suspense>
            )}
          </Part>
          <Part of="about" shown={view}>
            <Suspense fallback={<Skeleton className="h-24" />}>
              <FollowUpsOf contact={contact} />
            </Suspense>
            {!contact.do_not_contact && (
              <Suspense fallback={<Skeleton className="h-24" />}>
                <KeepInTouchWith contact={contact} />
              </Suspense>
            )}
            <Promises contact={contact} />
            <Suspense fallback={<Skeleton className="h-40" />}>
              <Commonalities contactId={contactId} />
            </Suspense>
            <Facts contact={contact} />
            <Suspense>
              <TieSuggestions contact={contact} />
            </Suspense>
          </Part>
        </div>
      </div>
    </div>
  );
}

/** Below the next step, once it is known how well the two know each other. */
function WarmWays({ contactId }: { contactId: string }) {
  const { data: relationship } = useQuery(relationshipQuery(contactId));
  if (!relationship) return null;
  return (
    <Suspense>
      <Introductions contactId={contactId} stage={relationship.trust_stage} />
    </Suspense>
  );
}

function Part({ of, shown, children }: { of: View; shown: View; children: ReactNode }) {
  return <div className={cn('grid min-w-0 content-start gap-6', of !== shown && 'max-lg:hidden')}>{children}</div>;
}

function ViewSwitch({ contactId, view }: { contactId: string; view: View }) {
  return (
    <nav aria-label="Parts of this page" className="border-line mb-6 border-b lg:hidden">
      <ul className="flex">
        {VIEWS.map((part) => (
          <li key={part} className="flex-1">
            <Link
              to="/people/$contactId"
              params={{ contactId }}
              search={(before) => ({ ...before, view: part })}
              replace
              resetScroll={false}
              aria-current={part === view ? 'page' : undefined}
              className={cn(
                'flex min-h-11 items-center justify-center border-b-2 font-medium',
                part === view ? 'border-accent text-accent' : 'text-ink-2 border-transparent',
              )}
            >
              {VIEW_LABEL[part]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
