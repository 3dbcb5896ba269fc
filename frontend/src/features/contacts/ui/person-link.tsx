import { Link } from '@tanstack/react-router';
import type { TrustStage } from '@/api/types';
import { LIST_STOP } from '@/lib/commands/use-list-keys';
import { TrustMeter } from '@/ui/trust-meter';
import { roleOf } from '../model/role';

const LOOK = {
  row: 'decoration-edge rounded-sm font-medium underline-offset-4 hover:underline',
  card: 'decoration-edge rounded-sm font-semibold underline-offset-4 hover:underline',
  accent: 'text-accent inline-flex min-h-6 items-center font-medium underline underline-offset-4',
  prose: 'decoration-edge inline-block rounded-sm py-0.5 underline underline-offset-4',
};

interface Props {
  id: string;
  name: string;
  look: keyof typeof LOOK;
  /** Whether `j` and `k` stop here. */
  stop?: boolean;
}

/** A name that leads to the person's page. */
export function PersonLink({ id, name, look, stop = false }: Props) {
  return (
    <Link {...(stop && LIST_STOP)} to="/people/$contactId" params={{ contactId: id }} className={LOOK[look]}>
      {name}
    </Link>
  );
}

interface PersonLineProps {
  person: {
    id: string;
    full_name: string;
    title?: string | null;
    company?: string | null;
    trust_stage: TrustStage;
  };
  stop?: boolean;
}

/** Whom a card is about: the name, what they do, and how far the trust has come. */
export function PersonLine({ person, stop }: PersonLineProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <PersonLink id={person.id} name={person.full_name} look="card" stop={stop} />
      <span className="text-ink-2 max-sm:order-last max-sm:basis-full">{roleOf(person)}</span>
      <TrustMeter stage={person.trust_stage} />
    </p>
  );
}
