import {
  CalendarDays,
  ChartNoAxesColumn,
  Download,
  ListChecks,
  type LucideIcon,
  PenLine,
  Settings,
  SunMedium,
  Target,
  Users,
} from 'lucide-react';
import type { CommandId } from '@/lib/commands/catalogue';

interface Place {
  to: '/' | '/people' | '/log' | '/follow-ups' | '/events' | '/goals' | '/insights' | '/import' | '/settings';
  label: string;
  icon: LucideIcon;
  command: CommandId;
}

export const PLACES = {
  today: { to: '/', label: 'Today', icon: SunMedium, command: 'go.today' },
  people: { to: '/people', label: 'People', icon: Users, command: 'go.people' },
  log: { to: '/log', label: 'Log', icon: PenLine, command: 'app.log' },
  followUps: { to: '/follow-ups', label: 'Follow-ups', icon: ListChecks, command: 'go.follow-ups' },
  events: { to: '/events', label: 'Events', icon: CalendarDays, command: 'go.events' },
  goals: { to: '/goals', label: 'Goals', icon: Target, command: 'go.goals' },
  insights: { to: '/insights', label: 'Insights', icon: ChartNoAxesColumn, command: 'go.insights' },
  import: { to: '/import', label: 'Import', icon: Download, command: 'go.import' },
  settings: { to: '/settings', label: 'Settings', icon: Settings, command: 'go.settings' },
} as const satisfies Record<string, Place>;

export const SIDEBAR = [
  PLACES.today,
  PLACES.people,
  PLACES.followUps,
  PLACES.events,
  PLACES.goals,
  PLACES.insights,
  PLACES.import,
];
export const PHONE_BAR = [PLACES.today, PLACES.people, PLACES.log, PLACES.followUps];
export const PHONE_MORE = [PLACES.events, PLACES.goals, PLACES.insights, PLACES.import, PLACES.settings];
