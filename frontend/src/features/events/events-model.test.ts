import { describe, expect, it } from 'vitest';
import { gathering } from '@/test/data/events';
import { NOW } from '@/test/now';
import { toEventDraft, toEventForm } from './model/event-form';
import { talkMoment, whenOf } from './model/when';

describe('When an event is', () => {
  it('is said as short as it can be', () => {
    expect(whenOf({ starts_at: '2026-03-10T18:00:00', ends_at: '2026-03-10T21:00:00' }, NOW)).toBe(
      '10 Mar, 18:00 to 21:00',
    );
    expect(whenOf({ starts_at: '2026-03-10T18:00:00', ends_at: '2026-03-11T02:00:00' }, NOW)).toBe(
      '10 Mar, 18:00 to 11 Mar, 02:00',
    );
    expect(whenOf({ starts_at: '2026-03-10T18:00:00', ends_at: '2026-03-10T18:00:00' }, NOW)).toBe('10 Mar, 18:00');
  });

  it('bounds the moment of a talk', () => {
    expect(talkMoment(gathering(), NOW)).toEqual(NOW);
    expect(talkMoment(gathering({ ends_at: '2026-03-09T17:00:00Z' }), NOW)).toEqual(new Date('2026-03-09T17:00:00Z'));
  });
});

describe('The form of an event', () => {
  it('gives back what it was filled with', () => {
    const event = gathering({ url: 'https://example.com/meetup' });
    expect(toEventDraft(toEventForm(event))).toEqual({
      name: event.name,
      attending: true,
      starts_at: '2026-03-10T08:00:00.000Z',
      ends_at: '2026-03-10T17:00:00.000Z',
      place: 'Berlin',
      url: 'https://example.com/meetup',
    });
  });
});
