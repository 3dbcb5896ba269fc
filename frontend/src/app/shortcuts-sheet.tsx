import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, useSaveAccount } from '@/features/account';
import { type CommandId, command, commandIds, keycaps } from '@/lib/commands/catalogue';
import { Dialog } from '@/ui/dialog';
import { Checkbox } from '@/ui/field';
import { Keycap } from '@/ui/kbd';

const SECTIONS = [...new Set(commandIds.map((id) => command(id).section))];

/** Every key, in one place, and the switch that turns the single letters off. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const save = useSaveAccount();
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      <Checkbox
        label="Single-letter shortcuts"
        checked={me.single_key_shortcuts}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ single_key_shortcuts: event.target.checked })}
      />
      {SECTIONS.map((section) => (
        <section key={section} className="grid gap-1">
          <h3 className="text-ink-3 text-sm font-semibold">{section}</h3>
          <dl className="grid">
            {commandIds
              .filter((id) => command(id).section === section)
              .map((id) => (
                <Row key={id} id={id} />
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function Row({ id }: { id: CommandId }) {
  const { label, keys } = command(id);
  return (
    <div className="border-line flex items-center justify-between gap-4 border-b py-1.5 last:border-0">
      <dt>{label}</dt>
      <dd className="flex gap-1">
        {keycaps(keys, false).map((cap) => (
          <Keycap key={cap}>{cap}</Keycap>
        ))}
      </dd>
    </div>
  );
}
