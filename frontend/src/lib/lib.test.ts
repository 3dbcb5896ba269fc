import { describe, expect, it } from 'vitest';
import { randomKey } from './id';
import { formatPercent, plural, roughDuration } from './intl';
import { safeLink } from './links';
import { browserTimeZone, countries, timeZones } from './places';

describe('intl', () => {
  it('counts as one speaks', () => {
    expect(plural(1, 'person', 'people')).toBe('1 person');
    expect(plural(1200, 'person', 'people')).toBe('1,200 people');
    expect(plural(2, 'step')).toBe('2 steps');
    expect(formatPercent(0.345)).toBe('35%');
  });

  it.each([
    [0.2, 'a moment'],
    [9, '9 seconds'],
    [200, '3 minutes'],
  ])('%d seconds are %s', (seconds, words) => expect(roughDuration(seconds)).toBe(words));
});

describe('safeLink', () => {
  it.each([
    ['https://example.com/in/sam', 'https://example.com/in/sam'],
    ['www.linkedin.com/in/sam', 'https://www.linkedin.com/in/sam'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['no address', null],
    [null, null],
  ])('%s leads to %s', (address, link) => expect(safeLink(address)).toBe(link));
});

describe('places', () => {
  it('knows countries and not unions', () => {
    const codes = new Map(countries());
    expect(codes.get('DE')).toBe('Germany');
    expect(codes.has('EU')).toBe(false);
    expect(codes.size).toBeGreaterThan(190);
  });

  it('knows time zones, the one of this machine among them', () => {
    expect(timeZones()).toContain('Europe/Berlin');
    expect(timeZones()).toContain(browserTimeZone());
  });
});

describe('randomKey', () => {
  it('is never the same', () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(randomKey()).not.toBe(randomKey());
  });
});
