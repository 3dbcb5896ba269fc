import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact, KeepInTouch } from '@/api/types';
import { useSaveContact } from '@/features/contacts';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { useUndo } from '@/ui/undo';
import { tagIntervalsQuery } from '../api/queries';
import { type InForce, inForce, intervalWords } from '../model/interval';
import { IntervalDialog } from './interval-dialog';

/** On a person's page: how often to be in touch, who says so, and a way to say otherwise. */
export function KeepInTouchWith({ contact }: { contact: Contact }) {
  const byTag = useQuery(tagIntervalsQuery());
  const save = useSaveContact(contact.id);
  const remember = useUndo();
  const [asking, setAsking] = useState(false);
  const own = contact.keep_in_touch;
  const set = (keep_in_touch: KeepInTouch | null) =>
    save.mutate(
      { keep_in_touch },
      {
        onSuccess: () => {
          setAsking(false);
          const said = keep_in_touch ? intervalWords(keep_in_touch) : 'No interval of their own any more.';
          remember(`${contact.full_name}: ${said}`, () => save.mutate({ keep_in_touch: own }));
        },
      },
    );
  return (
    <Section
      title="Keep in touch"
      query={byTag}
      action={
        <Button variant="ghost" size="sm" aria-label="How often to be in touch" onClick={() => setAsking(true)}>
          {own ? 'Change' : 'Set'}
        </Button>
      }
    >
      {(tags) => (
        <>
          <WhatCounts found={inForce(own, contact.tags, tags)} />
          {asking && (
            <IntervalDialog
              title="Keep in touch"
              description={`${contact.full_name}. It counts from the last word between you, whoever sent it.`}
              interval={inForce(own, contact.tags, tags)?.interval ?? null}
              without={own && 'No interval of their own'}
              busy={save.isPending}
              error={save.error}
              onSet={set}
              onClose={() => {
                save.reset();
                setAsking(false);
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}

function WhatCounts({ found }: { found: InForce | null }) {
  if (!found) return <p className="text-ink-3">No interval is set: how warm the tie is decides.</p>;
  return (
    <div>
      <p>{intervalWords(found.interval)}</p>
      <p className="text-ink-3 text-sm">{found.tag === null ? 'Set for them.' : `By the tag “${found.tag}”.`}</p>
    </div>
  );
}
