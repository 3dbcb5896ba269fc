import { describe, expect, it } from 'vitest';
import { isoDay, monthName, morningIn, relativeDay, shortDate, toDate, weekdayAndTime } from './dates';

const now = new Date(2026, 2, 10, 9, 30);

describe('relativeDay', () => {
  it.each([
    [new Date(2026, 2, 10, 23), 'today'],
    [new Date(2026, 2, 11, 1), 'tomorrow'],
    [new Date(2026, 2, 9, 23), 'yesterday'],
    [new Date(2026, 2, 17), 'in 7 days'],
    [new Date(2026, 2, 18), '18 Mar'],
    [new Date(2025, 10, 12), '12 Nov 2025'],
  ])('%s is %s', (moment, words) => expect(relativeDay(moment, now)).toBe(words));
});

describe('dates', () => {
  it('reads a date alone as that day, wherever one stands', () => {
    expect(toDate('2026-03-10').getDate()).toBe(10);
    expect(isoDay(toDate('2026-03-10'))).toBe('2026-03-10');
  });

  it('names months and short dates', () => {
    expect(monthName('2026-03-10')).toBe('March 2026');
    expect(shortDate('2026-03-10', now)).toBe('10 Mar');
  });

  it('says a time in the zone of somebody else', () => {
    expect(weekdayAndTime('2026-03-10T08:00:00Z', 'Europe/Berlin')).toBe('Tue 09:00');
  });

  it('comes back at nine in the morning', () => {
    expect(morningIn(1, now)).toEqual(new Date(2026, 2, 11, 9));
  });
});
