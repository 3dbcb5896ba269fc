import { describe, expect, it } from 'vitest';
import { windowBar, windowWords } from './model/window';

const now = new Date(2026, 2, 10, 9, 30);
const day = (date: number, hour = 9) => new Date(2026, 2, date, hour).toISOString();
const window = (from: string, until: string | null) => ({ from, until, timezone: 'UTC' });

describe('the window', () => {
  it('is a bar over the next two weeks', () => {
    expect(windowBar(window(day(17, 0), day(24, 0)), now)).toEqual({ start: 0.5, end: 1 });
    expect(windowBar(window(day(1), null), now)).toEqual({ start: 0, end: 1 });
    expect(windowBar(window(day(30), day(31)), now)).toEqual({ start: 1, end: 1 });
  });

  it.each([
    [window(day(9), day(10, 18)), 'Open now, closes today.'],
    [window(day(9), day(11)), 'Open now, closes tomorrow.'],
    [window(day(9), day(13, 18)), 'Open now, closes Friday.'],
    [window(day(9), day(30)), 'Open now, closes 30 Mar.'],
    [window(day(9), null), 'Open now.'],
    [window(day(1), day(9)), 'Overdue.'],
  ])('%o reads "%s"', (given, words) => expect(windowWords(given, now)).toBe(words));

  it('says when it opens, by their clock', () => {
    const berlin = { from: '2026-03-12T08:00:00Z', until: null, timezone: 'Europe/Berlin' };
    expect(windowWords(berlin, now)).toBe('Opens Thu 09:00 their time.');
  });
});
