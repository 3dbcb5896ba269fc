import { describe, expect, it } from 'vitest';
import { hindrance, suitingWindow, timing } from '@/test/data/introductions';
import { NOW } from '@/test/now';
import { hindrancesOf, momentWords, weeksOf } from './model/calendar';

describe('The weeks of a timetable', () => {
  it('begin on Monday, and tell of each day what it is good for', () => {
    const weeks = weeksOf(timing());

    const moods = weeks.map((week) => week.map((day) => day?.mood ?? ''));
    expect(moods).toEqual([
      ['', 'suits', 'suits', 'suits', 'light', 'no', 'no'],
      ['light', '', '', '', '', '', ''],
    ]);
    expect(weeks[0]?.[4]).toEqual({ day: '2026-03-13', mood: 'light', why: 'the closing of the quarter' });
    expect(weeks[0]?.[5]?.why).toBe('the weekend');
  });

  it('say that today is over where nothing else holds back', () => {
    const late = timing({ windows: [suitingWindow('2026-03-11')], periods: [] });

    expect(weeksOf(late)[0]?.[1]).toMatchObject({ mood: 'no', why: 'their working day is over' });
  });
});

describe('What holds back', () => {
  it('is said once however often it comes, and not beyond the weeks shown', () => {
    const weekend = hindrance({ first_on: '2026-03-16', last_on: '2026-03-16' });
    const later = hindrance({ why: 'Easter', first_on: '2026-04-05', last_on: '2026-04-05' });
    const { periods } = timing();

    expect(hindrancesOf(timing({ periods: [...periods, weekend, later] }), NOW)).toMatchObject([
      {
        name: 'The closing of the quarter',
        when: '13 Mar to 31 Mar',
        effect: 'asks wait',
        rule: 'Their busy season',
      },
      {
        name: 'The weekend',
        when: '14 Mar to 15 Mar and 1 more',
        effect: 'nothing goes out',
        rule: 'Weekends and holidays',
      },
    ]);
  });
});

describe('The next moment', () => {
  it('is said with both clocks where they differ', () => {
    expect(momentWords(timing())).toEqual([
      'Tue 10 Mar is the next day that suits.',
      'They work 09:00 to 18:00, Lisbon time: 10:00 to 19:00 for you.',
      'Both of you are at work 10:00 to 18:00, your time.',
    ]);
  });

  it('says when the two are never at work at once', () => {
    const apart = { ...suitingWindow('2026-03-10'), talk: null };
    expect(momentWords(timing({ windows: [apart], light_windows: [] })).at(-1)).toBe(
      'You are never both at work: agree on an hour.',
    );
  });

  it('tells their day by a whole one where today is half over', () => {
    const rest = { ...suitingWindow('2026-03-10'), from: '2026-03-10T17:18:00+00:00', talk: null };
    const late = { ...rest, owner: { from: '2026-03-10T18:18:00+01:00', until: '2026-03-10T19:00:00+01:00' } };

    expect(momentWords(timing({ windows: [late, suitingWindow('2026-03-11')] }))).toEqual([
      'Tue 10 Mar is the next day that suits.',
      'They work 09:00 to 18:00, Lisbon time: 10:00 to 19:00 for you.',
      'Both of you are at work 10:00 to 18:00, your time.',
    ]);
  });

  it('is for what asks nothing where asks wait', () => {
    expect(momentWords(timing({ windows: [] }))[0]).toBe('Asks wait. A word that asks nothing can go on Fri 13 Mar.');
    expect(momentWords(timing({ windows: [], light_windows: [] }))).toEqual(['No day suits in these weeks.']);
  });

  it('needs one clock where both are the same', () => {
    const window = suitingWindow('2026-03-10');
    const near = timing({ windows: [{ ...window, owner: { from: window.from, until: window.until } }] });
    expect(momentWords(near).at(-1)).toBe('They work 09:00 to 18:00.');
  });
});
