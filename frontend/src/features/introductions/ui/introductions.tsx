import { useQuery } from '@tanstack/react-query';
import type { Introductions as Found, TrustStage } from '@/api/types';
import { PersonLink } from '@/features/contacts';
import { Section } from '@/ui/section';
import { introductionsQuery } from '../api/queries';
import { outlookOf } from '../model/tracking';
import { Requests } from './requests';
import { WayCard } from './way-card';

interface Props {
  contactId: string;
  /** How far the two have come: whoever knows somebody needs no introduction. */
  stage: TrustStage;
}

/** Who could introduce the owner, how to ask, and what became of it. */
export function Introductions({ contactId, stage }: Props) {
  const found = useQuery(introductionsQuery(contactId));
  const isWanted = stage === 'stranger' || found.data?.behind_wall || (found.data?.requests.length ?? 0) > 0;
  if (!isWanted) return null;
  return (
    <Section title="Introductions" query={found}>
      {(data) => <Ways found={data} stage={stage} />}
    </Section>
  );
}

function Ways({ found, stage }: { found: Found; stage: TrustStage }) {
  const toId = found.contact.id;
  const outlook = stage === 'stranger' || found.behind_wall ? outlookOf(found.requests) : 'there';
  return (
    <div className="grid gap-5">
      {found.requests.length > 0 && <Requests requests={found.requests} toId={toId} />}
      {outlook === 'open' && found.behind_wall && (
        <p className="text-ink-2">{`${found.contact.full_name} is best met over somebody you both know.`}</p>
      )}
      {outlook !== 'there' &&
        found.items.map((way, place) => (
          <WayCard key={way.path.join(' ')} way={way} toId={toId} first={place === 0 && found.requests.length === 0} />
        ))}
      {outlook === 'open' && <NotNow found={found} />}
      {outlook === 'open' && <NoWay found={found} />}
    </div>
  );
}

function NotNow({ found: { not_now } }: { found: Found }) {
  if (not_now.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-medium">Not now</h3>
      <ul className="grid gap-2">
        {not_now.map(({ contact_id, full_name, why }) => (
          <li key={contact_id} className="border-hold text-ink-2 border-l-2 pl-3">
            <PersonLink id={contact_id} name={full_name} look="accent" />
            <span className="block text-sm">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nobody leads there yet: whom to get to know first. */
function NoWay({ found: { items, bridges, advice, contact } }: { found: Found }) {
  if (items.length > 0 || (!advice && bridges.length === 0)) return null;
  return (
    <div className="grid gap-2">
      <p>{`Nobody you know well leads to ${contact.full_name} yet.`}</p>
      {bridges.length === 0 ? (
        <p className="text-ink-2">{advice}</p>
      ) : (
        <>
          <h3 className="text-sm font-medium">Whom to get to know first</h3>
          <ul className="grid gap-2">
            {bridges.map(({ contact_id, full_name, text }) => (
              <li key={contact_id} className="border-accent border-l-2 pl-3">
                <PersonLink id={contact_id} name={full_name} look="accent" />
                <span className="text-ink-2 block text-sm">{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
