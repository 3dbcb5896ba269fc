import { describe, expect, it } from 'vitest';
import { carried, gravest, piecesOf } from '@/lib/spans';
import { finding } from '@/test/data/outreach';
import { mailLink } from './model/mail';
import { marksOf } from './model/spans';

/** What stands under each mark. */
const words = (text: string, marks: { start: number; end: number }[]) =>
  marks.map(({ start, end }) => text.slice(start, end));

describe('marksOf', () => {
  it('counts an emoji before the words as one', () => {
    const text = '👋🏽 Hi Sam, can I pick your brain?';
    const points = [...text];
    const start = points.join('').indexOf('pick') - 2; // two pairs stand before it

    const marks = marksOf([finding({ start, end: start + 15 })], 'body', text);

    expect(words(text, marks)).toEqual(['pick your brain']);
  });

  it('leaves out what is missing, and what stands in another field', () => {
    const found = [finding({ start: 3, end: 3 }), finding({ field: 'subject', start: 0, end: 2 })];

    expect(marksOf(found, 'body', 'Hi Sam')).toEqual([]);
  });

  it('never leads beyond the text', () => {
    expect(marksOf([finding({ start: 3, end: 900 })], 'body', 'Hi Sam')).toMatchObject([{ start: 3, end: 6 }]);
  });
});

describe('carried', () => {
  const before = 'I want to pick your brain soon';
  const marks = marksOf([finding({ start: 10, end: 25 })], 'body', before);

  it('moves with what is typed before the words', () => {
    const after = `Hello, ${before}`;

    expect(words(after, carried(marks, before, after))).toEqual(['pick your brain']);
  });

  it('stays where it is while one types after the words', () => {
    expect(carried(marks, before, `${before}, please`)).toEqual(marks);
  });

  it('goes when the words themselves change', () => {
    expect(carried(marks, before, 'I want to pick my brain soon')).toEqual([]);
  });

  it('survives that the same letters stand on both sides of a change', () => {
    expect(carried(marksOf([finding({ start: 0, end: 2 })], 'body', 'aaaa'), 'aaaa', 'aaa')).toMatchObject([
      { start: 0, end: 2 },
    ]);
  });
});

describe('piecesOf', () => {
  it('cuts the text at its marks, and shows the gravest where they overlap', () => {
    const text = 'one two three';
    const marks = marksOf(
      [finding({ start: 0, end: 7, severity: 'hint' }), finding({ start: 4, end: 13, severity: 'block' })],
      'body',
      text,
    );

    const pieces = piecesOf(text, marks).map((piece) => [piece.text, piece.look]);

    expect(pieces).toEqual([
      ['one ', 'hint'],
      ['two', 'block'],
      [' three', 'block'],
    ]);
  });

  it('is the whole text where nothing was found', () => {
    expect(piecesOf('Hi', [])).toEqual([{ at: 0, text: 'Hi', look: null }]);
    expect(gravest([])).toBeNull();
  });
});

describe('mailLink', () => {
  it('keeps line ends, signs and half an emoji from breaking the address', () => {
    const link = mailLink('sam@example.com', { subject: 'A & B?', body: 'Hi\nSam \ud83d' });

    expect(link).toBe('mailto:sam%40example.com?subject=A%20%26%20B%3F&body=Hi%0D%0ASam%20%EF%BF%BD');
  });
});
