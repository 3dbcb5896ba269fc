import { describe, expect, it } from 'vitest';
import { tableLook } from '@/test/data/log';
import {
  columnsOf,
  guessOf,
  mappingToSend,
  mayBeTable,
  namesSomebody,
  previewOf,
  wantsMapping,
  withChoice,
} from './mapping';

describe('columnsOf', () => {
  it('shows a few cells of each column', () => {
    expect(columnsOf(tableLook())).toEqual([
      { name: 'Wer', label: 'Wer', examples: 'Ana Lima · Ole Berg' },
      { name: 'E-Mail', label: 'E-Mail', examples: 'ana@example.com' },
      { name: 'Schuhgröße', label: 'Schuhgröße', examples: '38 · 44' },
    ]);
  });

  it('asks once about columns of one name, and not about what is empty', () => {
    const columns = ['Mail', 'Mail', '', ''].map((name) => ({ name, field: null }));
    const look = tableLook({ columns, rows: [['a', 'b', '', '7']] });
    expect(columnsOf(look).map(({ label }) => label)).toEqual(['Mail', 'Column 4']);
  });
});

describe('mappingToSend', () => {
  it('sends what was chosen', () => {
    const mapping = withChoice(guessOf(tableLook()), 'Wer', 'full_name');
    expect(mappingToSend(tableLook(), mapping)).toEqual({ 'E-Mail': 'emails', Wer: 'full_name' });
  });

  it('keeps a column whose name means something to the language', () => {
    const mapping = withChoice(new Map(), '__proto__', 'full_name');
    expect(JSON.stringify(mappingToSend(tableLook(), mapping))).toBe('{"__proto__":"full_name"}');
  });

  it('sends nothing where the server reads the columns as they were left', () => {
    const look = tableLook({ format: 'csv' });
    expect(mappingToSend(look, guessOf(look))).toBeUndefined();
    expect(mappingToSend(look, withChoice(guessOf(look), 'E-Mail', undefined))).toEqual({});
    expect(mappingToSend(look, withChoice(guessOf(look), 'E-Mail', 'notes'))).toEqual({ 'E-Mail': 'notes' });
  });
});

describe('previewOf', () => {
  it('shows the columns that mean something, under what they mean', () => {
    expect(previewOf(tableLook(), withChoice(new Map(), 'Wer', 'full_name'))).toEqual({
      fields: ['Full name'],
      rows: [['Ana Lima'], ['Ole Berg']],
    });
  });
});

describe('what a file needs', () => {
  it.each([
    ['export.zip', false],
    ['me.VCF', false],
    ['days.ics', false],
    ['people.csv', true],
    ['people', true],
  ])('%s may be a table: %s', (name, expected) => {
    expect(mayBeTable(new File([], name))).toBe(expected);
  });

  it.each([
    [null, true],
    ['csv', true],
    ['linkedin_connections', false],
  ] as const)('%s wants a mapping: %s', (format, expected) => {
    expect(wantsMapping(tableLook({ format }))).toBe(expected);
  });

  it('somebody is named by a name or an email', () => {
    expect(namesSomebody(new Map([['x', 'emails']]))).toBe(true);
    expect(namesSomebody(new Map([['x', 'company']]))).toBe(false);
  });
});
