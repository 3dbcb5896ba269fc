import { Link } from '@tanstack/react-router';
import { Dialog } from '@/ui/dialog';
import { PHONE_MORE } from './navigation';

export function PhoneMore({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="More">
      <ul className="-mx-2 grid gap-1">
        {PHONE_MORE.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              onClick={onClose}
              className="press-row flex min-h-12 items-center gap-3 rounded-sm px-2 text-lg"
            >
              <Icon aria-hidden="true" className="text-ink-2 size-5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
