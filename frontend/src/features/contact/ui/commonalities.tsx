import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Commonality } from '@/api/types';
import { formatPercent } from '@/lib/intl';
import { CopyButton } from '@/ui/copy-button';
import { Section } from '@/ui/section';
import { commonalitiesQuery } from '../api/queries';

/** What the two have in common, the rarest first, and a sentence to open with. */
export function Commonalities({ contactId }: { contactId: string }) {
  const found = useQuery(commonalitiesQuery(contactId));
  return (
    <Section title="In common" query={found}>
      {({ items, opener, contacts }) => (
        <>
          {items.length === 0 && (
            <p className="text-ink-3">
              Nothing is known yet.{' '}
              <Link to="/settings" className="text-accent underline underline-offset-4">
                Say where you come from
              </Link>
              , and Comity looks for what you share.
            </p>
          )}
          <ul className="grid gap-3">
            {items.map((item) => (
              <Shared key={`${item.kind} ${item.name}`} item={item} contacts={contacts} />
            ))}
          </ul>
          {opener && (
            <figure className="border-line grid justify-items-start gap-2 border-t pt-3">
              <figcaption className="text-ink-3 text-sm">To open with</figcaption>
              <blockquote className="font-serif text-lg">{opener}</blockquote>
              <CopyButton size="sm" text={opener} what="The opener" />
            </figure>
          )}
        </>
      )}
    </Section>
  );
}

function Shared({ item: { text, rarity }, contacts }: { item: Commonality; contacts: number }) {
  const words = `Rarity ${formatPercent(rarity)} among your ${contacts} people`;
  return (
    <li className="grid gap-1.5">
      <span>{text}</span>
      <span className="text-ink-3 flex items-center gap-2 text-xs">
        <svg role="img" aria-label={words} viewBox="0 0 64 6" className="h-1.5 w-16 shrink-0">
          <title>{words}</title>
          <rect width="64" height="6" rx="3" className="fill-sunken stroke-edge" strokeWidth="0.5" />
          <rect width={Math.max(6, rarity * 64)} height="6" rx="3" className="fill-chart-1" />
        </svg>
        {rarityWord(rarity)}
      </span>
    </li>
  );
}

/** The server's number in a word: where only this one has it, it is 1. */
function rarityWord(rarity: number): string {
  if (rarity >= 0.8) return 'rare';
  return rarity >= 0.5 ? 'uncommon' : 'common';
}
