import type { Contact } from '@/api/types';
import { safeLink } from '@/lib/links';
import { Card, SectionTitle } from '@/ui/page';
import { factsOf } from '../model/facts';

export function Facts({ contact }: { contact: Contact }) {
  const facts = factsOf(contact);
  const profile = safeLink(contact.profile_url);
  if (facts.length === 0 && !profile && !contact.notes) return null;
  return (
    <section aria-label="About">
      <Card className="grid gap-3">
        <SectionTitle>About</SectionTitle>
        <dl className="grid gap-2 text-sm">
          {facts.map(({ name, value, guessed }) => (
            <div key={name} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
              <dt className="text-ink-3">{name}</dt>
              <dd>
                {value}
                {guessed && <span className="text-ink-3"> (guessed)</span>}
              </dd>
            </div>
          ))}
        </dl>
        {profile && (
          <a
            href={profile}
            rel="noreferrer noopener"
            target="_blank"
            className="text-accent text-sm underline underline-offset-4"
          >
            Profile
          </a>
        )}
        {contact.notes && <p className="border-line text-ink-2 border-t pt-3 whitespace-pre-wrap">{contact.notes}</p>}
      </Card>
    </section>
  );
}
