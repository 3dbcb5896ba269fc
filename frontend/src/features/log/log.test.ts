import { describe, expect, it } from 'vitest';
import { NOW } from '@/test/now';
import { freshDraft, toInteraction, toVows, usualDirection } from './model/draft';
import { effectLine } from './model/effects';
import { digitOfSignal, signalOfDigit, toggled } from './model/signals';
import { lastKind, rememberKind, storeDraft, storedDraft } from './model/storage';
import { momentOf, parseDay } from './model/when';

const sam = { id: 'sam', full_name: 'Sam Okafor' };
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date);

describe('parseDay', () => {
  it.each([
    ['', day(2026, 3, 10)],
    ['today', day(2026, 3, 10)],
    ['Yesterday', day(2026, 3, 9)],
    ['mon', day(2026, 3, 9)],
    ['tuesday', day(2026, 3, 3)],
    ['last fri', day(2026, 3, 6)],
    ['3 days ago', day(2026, 3, 7)],
    ['12 Nov', day(2025, 11, 12)],
    ['12 Nov 2024', day(2024, 11, 12)],
    ['2026-02-28', day(2026, 2, 28)],
    ['5.3.', day(2026, 3, 5)],
    ['2026-04-01', day(2026, 4, 1)],
  ])('understands "%s"', (text, expected) => expect(parseDay(text, NOW)).toEqual(expected));

  it('says when it does not understand', () => {
    expect(parseDay('soonish', NOW)).toBeNull();
    expect(parseDay('30 Feb', NOW)).toBeNull();
  });
});

describe('momentOf', () => {
  it('is now for today and midday for another day', () => {
    expect(momentOf(day(2026, 3, 10), NOW)).toBe(NOW);
    expect(momentOf(day(2026, 3, 9), NOW)).toEqual(new Date(2026, 2, 9, 12));
  });
});

describe('the draft', () => {
  it('becomes an interaction once the person and the day are known', () => {
    expect(toInteraction(freshDraft('call', null), NOW)).toBeNull();
    expect(toInteraction({ ...freshDraft('call', sam), when: 'soonish' }, NOW)).toBeNull();
    expect(toInteraction({ ...freshDraft('call', sam), minutes: 15, signals: ['candid'] }, NOW)).toEqual({
      contact_ids: ['sam'],
      kind: 'call',
      direction: 'mutual',
      occurred_at: NOW.toISOString(),
      signals: ['candid'],
      assessed: true,
      duration_minutes: 15,
    });
  });

  it('drops a length where nobody talked, and sends the note and the ask', () => {
    const draft = { ...freshDraft('email', sam), minutes: 15, summary: ' Hello ', askSize: 'short_call' as const };
    const sent = toInteraction(draft, NOW);
    expect(sent).not.toHaveProperty('duration_minutes');
    expect(sent).toMatchObject({ summary: 'Hello', ask_size: 'short_call', assessed: false });
  });

  it('knows who usually reaches out', () => {
    expect(usualDirection('meeting')).toBe('mutual');
    expect(usualDirection('email')).toBe('outbound');
  });

  it('keeps the promises of the signals that still stand', () => {
    const draft = {
      ...freshDraft('call', sam),
      signals: ['offered_help' as const],
      promises: { offered_help: ' Review my deck ', vague_promise: 'Get back to me' },
    };
    expect(toVows(draft, { id: 'int-1', occurred_at: '2026-03-10T09:30:00Z' })).toEqual([
      {
        contact_id: 'sam',
        by: 'them',
        what: 'Review my deck',
        due_on: null,
        made_at: '2026-03-10T09:30:00Z',
        interaction_id: 'int-1',
      },
    ]);
  });

  it('survives a reload, unless it cannot be read', () => {
    const draft = { ...freshDraft('call', sam), summary: 'half a thought' };
    storeDraft(draft);
    expect(storedDraft()).toEqual(draft);
    storeDraft(null);
    expect(storedDraft()).toBeNull();
    localStorage.setItem('comity-log-draft', '{"person": 3');
    expect(storedDraft()).toBeNull();
  });

  it('remembers what was logged last', () => {
    expect(lastKind()).toBe('call');
    rememberKind('event');
    expect(lastKind()).toBe('event');
  });
});

describe('signals', () => {
  it('answer to nine digits', () => {
    expect(signalOfDigit('1')).toBe('asked_questions');
    expect(signalOfDigit('9')).toBe('avoided_next_step');
    expect(digitOfSignal('curt')).toBe('6');
    expect(digitOfSignal('laughter')).toBeNull();
  });

  it('come and go', () => {
    expect(toggled([], 'curt')).toEqual(['curt']);
    expect(toggled(['curt', 'candid'], 'curt')).toEqual(['candid']);
  });
});

describe('effectLine', () => {
  it('says what moved, in one line', () => {
    const effect = { kind: 'next_step', contact_id: 'sam', before: null, after: null };
    expect(effectLine([])).toBe('Saved. Nothing else moves.');
    expect(effectLine([{ ...effect, text: 'Next touch moved to 9 Jan' }])).toBe('Saved. Next touch moved to 9 Jan.');
  });
});
