import { describe, expect, it } from 'vitest';
import { followUp } from '@/test/data/log';
import { NOW } from '@/test/now';
import { agenda, partOf } from './model/agenda';
import { foreseen } from './model/deeds';
import { recurrenceOf, rhythmWords } from './model/recurrence';

describe('the agenda', () => {
  it.each([
    ['2026-03-09T23:00:00', 'Overdue'],
    ['2026-03-10T23:00:00', 'Today'],
    ['2026-03-17T01:00:00', 'This week'],
    ['2026-03-18T01:00:00', 'Later'],
  ])('%s is %s', (due, part) => expect(partOf(new Date(due), NOW)).toBe(part));

  it('leaves out empty parts', () => {
    expect(agenda([followUp()], NOW).map(({ part }) => part)).toEqual(['Today']);
  });

  it('foresees a deed', () => {
    const all = [followUp(), followUp({ id: 'other' })];
    expect(foreseen(all, { id: 'fu-1', kind: 'complete' }).map(({ id }) => id)).toEqual(['other']);
    expect(foreseen(all, { id: 'fu-1', kind: 'snooze', until: '2026-04-01T00:00:00Z' })[0]?.due_at).toMatch('2026-04');
    expect(foreseen(all, { id: 'fu-1', kind: 'snooze', until: 'tomorrow' })).toEqual(all);
  });

  it.each([
    ['week', 'every week'],
    ['quarter', 'every 3 months'],
    ['contact', 'every 6 weeks after your last contact'],
  ] as const)('says %s as %s', (rhythm, said) => {
    const recurrence = recurrenceOf(rhythm, 6);
    expect(recurrence && rhythmWords(recurrence)).toBe(said);
  });

  it('repeats nothing unless it is said', () => expect(recurrenceOf('once', 6)).toBeNull());
});
