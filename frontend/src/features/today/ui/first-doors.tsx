import { Link } from '@tanstack/react-router';
import { ArrowRight, Download, type LucideIcon, Sprout, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf } from '@/api/problem';
import { cn } from '@/lib/cn';
import { Page } from '@/ui/page';
import { useToast } from '@/ui/toast';
import { useExploreSample } from '../api/queries';

const DOOR = cn(
  'group border-line bg-surface hover:border-edge flex w-full items-center gap-4 rounded-lg border p-4 text-left transition-colors md:p-5',
  'disabled:cursor-progress disabled:opacity-60',
);

/** An account without people: three ways to begin. */
export function FirstDoors() {
  const say = useToast();
  const explore = useExploreSample();
  const open = () => explore.mutate(undefined, { onError: (error) => say({ text: messageOf(error), tone: 'failed' }) });
  return (
    <Page
      title="Where shall we begin?"
      subtitle="Comity needs people to think about. Pick one door; the others stay open."
    >
      <ul className="grid gap-4">
        <li>
          <Link to="/import" className={DOOR}>
            <Door icon={Download} title="Import">
              Your LinkedIn export or an address book. You see what would come in before anything does.
            </Door>
          </Link>
        </li>
        <li>
          <Link to="/people/new" className={DOOR}>
            <Door icon={UserPlus} title="Add a person">
              Start with the one you have been meaning to write to.
            </Door>
          </Link>
        </li>
        <li>
          <button
            type="button"
            disabled={explore.isPending}
            aria-busy={explore.isPending}
            onClick={open}
            className={DOOR}
          >
            <Door icon={Sprout} title="Explore a sample network">
              {explore.isPending
                ? 'Making up some people.'
                : '120 made-up people with two years of history, marked Demo. They go with one click.'}
            </Door>
          </button>
        </li>
      </ul>
      <HowItGoes />
    </Page>
  );
}

function Door({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <>
      <span className="bg-accent-soft text-accent grid size-11 shrink-0 place-items-center rounded-md">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-serif text-xl font-medium">{title}</span>
        <span className="text-ink-2 mt-0.5 block">{children}</span>
      </span>
      <ArrowRight
        aria-hidden="true"
        className="text-ink-3 size-4 shrink-0 transition-transform group-hover:translate-x-0.5"
      />
    </>
  );
}

const STEPS = [
  ['Add', 'people you know, or would like to'],
  ['Log', 'a word or a talk, in a few taps'],
  ['Act', 'on one next step at a time'],
] as const;

function HowItGoes() {
  return (
    <ol className="border-line mt-10 grid gap-4 border-t pt-6 sm:grid-cols-3">
      {STEPS.map(([verb, rest], index) => (
        <li key={verb} className="text-ink-2 flex gap-3">
          <span aria-hidden="true" className="tabular text-ink-3">
            {index + 1}
          </span>
          <span>
            <strong className="text-ink font-semibold">{verb}</strong> {rest}
          </span>
        </li>
      ))}
    </ol>
  );
}
