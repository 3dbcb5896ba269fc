import {
  CalendarDays,
  ChartNoAxesColumn,
  Check,
  Clock,
  CornerUpLeft,
  Download,
  Feather,
  Flag,
  HelpCircle,
  ListChecks,
  type LucideIcon,
  MoveDown,
  MoveUp,
  PenLine,
  Search,
  Settings,
  SunMedium,
  Target,
  Undo2,
  UserPlus,
  Users,
  X,
} from 'lucide-react';

export interface Command {
  label: string;
  section: 'Go to' | 'Anywhere' | 'On a list' | 'On a next step' | 'While logging';
  /** `g t` is a sequence, `mod+k` takes Ctrl or Cmd, `digit` is 1 to 9. */
  keys: string;
  icon: LucideIcon;
  /** Works inside a text field too. Single letters never do. */
  inFields?: boolean;
  /** Listed in the palette. What moves a cursor is not. */
  palette?: boolean;
}

/** Every command there is. Palette, tooltips, the `?` sheet and the tests all read this list. */
const COMMANDS = {
  'go.today': { label: 'Go to Today', section: 'Go to', keys: 'g t', icon: SunMedium, palette: true },
  'go.people': { label: 'Go to People', section: 'Go to', keys: 'g p', icon: Users, palette: true },
  'go.follow-ups': { label: 'Go to Follow-ups', section: 'Go to', keys: 'g f', icon: ListChecks, palette: true },
  'go.events': { label: 'Go to Events', section: 'Go to', keys: 'g e', icon: CalendarDays, palette: true },
  'go.goals': { label: 'Go to Goals', section: 'Go to', keys: 'g o', icon: Target, palette: true },
  'go.insights': {
    label: 'Go to Insights',
    section: 'Go to',
    keys: 'g n',
    icon: ChartNoAxesColumn,
    palette: true,
  },
  'go.import': { label: 'Import people', section: 'Go to', keys: 'g m', icon: Download, palette: true },
  'go.settings': { label: 'Go to Settings', section: 'Go to', keys: 'g s', icon: Settings, palette: true },
  'app.palette': {
    label: 'Find a person or a command',
    section: 'Anywhere',
    keys: 'mod+k',
    icon: Search,
    inFields: true,
  },
  'app.search': { label: 'Search people', section: 'Anywhere', keys: '/', icon: Search, palette: true },
  'app.shortcuts': {
    label: 'Show keyboard shortcuts',
    section: 'Anywhere',
    keys: '?',
    icon: HelpCircle,
    palette: true,
  },
  'app.log': { label: 'Log an interaction', section: 'Anywhere', keys: 'l', icon: PenLine, palette: true },
  'app.write': { label: 'Write a message', section: 'Anywhere', keys: 'c', icon: Feather, palette: true },
  'app.add-person': { label: 'Add a person', section: 'Anywhere', keys: 'n', icon: UserPlus, palette: true },
  'app.undo': { label: 'Undo', section: 'Anywhere', keys: 'z', icon: Undo2, palette: true },
  'app.back': { label: 'Back out one level', section: 'Anywhere', keys: 'Escape', icon: CornerUpLeft },
  'app.submit': { label: 'Save the form', section: 'Anywhere', keys: 'mod+Enter', icon: Check, inFields: true },
  'list.next': { label: 'Next one', section: 'On a list', keys: 'j', icon: MoveDown },
  'list.previous': { label: 'Previous one', section: 'On a list', keys: 'k', icon: MoveUp },
  'list.open': { label: 'Open', section: 'On a list', keys: 'Enter', icon: Flag },
  'step.done': { label: 'Done', section: 'On a next step', keys: 'e', icon: Check, palette: true },
  'step.snooze': { label: 'Snooze', section: 'On a next step', keys: 's', icon: Clock, palette: true },
  'step.dismiss': { label: 'Not for me', section: 'On a next step', keys: 'x', icon: X, palette: true },
  'log.signal': { label: 'Tap a signal', section: 'While logging', keys: 'digit', icon: Flag },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

export const commandIds = Object.keys(COMMANDS) as CommandId[];

export const command = (id: CommandId): Command => COMMANDS[id];

/** `g t` -> ["g", "t"]; `mod+k` -> ["Ctrl", "K"]; `digit` -> ["1", "to", "9"]: what stands on the keycaps. */
export function keycaps(keys: string, apple: boolean): string[] {
  if (keys === 'digit') return ['1–9'];
  if (keys === 'Escape') return ['Esc'];
  return keys.split(/[ +]/).map((part) => (part === 'mod' ? (apple ? '⌘' : 'Ctrl') : part));
}
