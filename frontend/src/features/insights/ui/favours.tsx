import type { Balance, GiveAndTake } from '@/api/types';
import { PersonLink } from '@/features/contacts';
import { formatNumber } from '@/lib/intl';
import { BarRows } from '@/ui/charts/bars';
import { ChartFigure } from '@/ui/charts/figure';
import { Card } from '@/ui/page';
import { balanceWords, favoursFinding, favoursTable } from '../model/favours';

export function Favours({ favours }: { favours: GiveAndTake }) {
  const most = Math.max(1, favours.gives, favours.takes);
  const rows = [
    { key: 'gave', label: 'You gave', share: favours.gives / most, value: formatNumber(favours.gives) },
    { key: 'received', label: 'You received', share: favours.takes / most, value: formatNumber(favours.takes) },
  ];
  return (
    <>
      <ChartFigure finding={favoursFinding(favours)} table={favoursTable(favours)}>
        <BarRows rows={rows} />
      </ChartFigure>
      <Balances title="Your turn to give" hint="Send something useful before you ask again." people={favours.owing} />
      <Balances
        title="You have given more than came back"
        hint="Fine as it is. Not everybody is inclined, and you may put your time elsewhere."
        people={favours.owed}
      />
    </>
  );
}

function Balances({ title, hint, people }: { title: string; hint: string; people: Balance[] }) {
  if (people.length === 0) return null;
  return (
    <Card className="grid gap-2">
      <h3 className="font-serif text-xl font-medium">{title}</h3>
      <p className="text-ink-2">{hint}</p>
      <ul className="grid gap-1">
        {people.map((one) => (
          <li key={one.contact.id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="font-medium">
              <PersonLink id={one.contact.id} name={one.contact.full_name} look="prose" />
            </span>
            <span className="text-ink-3 tabular text-sm">{balanceWords(one)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
