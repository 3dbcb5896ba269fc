import { describe, expect, it } from 'vitest';
import { oneOf, ownPage, reads, text } from './address';

describe('An address', () => {
  const read = reads({ tab: oneOf(['before', 'after']), person: text });

  it('says what is understood, and nothing else', () => {
    expect(read({ tab: 'after', person: ' sam ', more: 'x' })).toEqual({ tab: 'after', person: 'sam' });
    expect(read({ tab: 'never', person: 7 })).toEqual({});
    expect(read({ person: 'x'.repeat(201) })).toEqual({});
  });

  it.each([
    ['/people/7?view=about', '/people/7?view=about'],
    ['//elsewhere.example', undefined],
    ['/\\elsewhere.example', undefined],
    ['https://elsewhere.example', undefined],
    [7, undefined],
  ])('leads on to %s as %s', (said, page) => expect(ownPage(said)).toBe(page));
});
