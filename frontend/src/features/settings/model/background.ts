import type { Background } from '@/api/types';
import { parted } from '@/lib/lists';

/** Each half of a commonality, as one is asked about it; several are parted by commas. */
export const HALVES = ['employers', 'schools', 'places', 'groups', 'interests'] as const;

export type Half = (typeof HALVES)[number];

/** What is typed: a list in one line each, and accomplishments, which have commas of their own, a line each. */
export type BackgroundForm = Record<Half | 'accomplishments', string>;

export const formOf = (background: Background): BackgroundForm => ({
  employers: background.employers?.join(', ') ?? '',
  schools: background.schools?.join(', ') ?? '',
  places: background.places?.join(', ') ?? '',
  groups: background.groups?.join(', ') ?? '',
  interests: background.interests?.join(', ') ?? '',
  accomplishments: background.accomplishments?.join('\n') ?? '',
});

export const backgroundOf = (form: BackgroundForm): Background => ({
  employers: parted(form.employers),
  schools: parted(form.schools),
  places: parted(form.places),
  groups: parted(form.groups),
  interests: parted(form.interests),
  accomplishments: parted(form.accomplishments, '\n'),
});
