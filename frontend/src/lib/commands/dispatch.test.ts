import { describe, expect, it } from 'vitest';
import { command, commandIds, keycaps } from './catalogue';
import { dispatch, type Press } from './dispatch';

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  mod: false,
  alt: false,
  typing: false,
  onControl: false,
  ...over,
});
const everything = () => true;

describe('dispatch', () => {
  it('fires a single letter', () => {
    expect(dispatch(press('e'), null, everything, true)).toEqual({ fire: 'step.done', open: null });
  });

  it('goes places by a sequence, and swallows the letter that ends no sequence', () => {
    expect(dispatch(press('g'), null, everything, true)).toEqual({ fire: null, open: 'g' });
    expect(dispatch(press('t'), 'g', everything, true)).toEqual({ fire: 'go.today', open: null });
    expect(dispatch(press('j'), 'g', everything, true)).toEqual({ fire: null, open: null });
  });

  it('never fires a letter while one types, nor with a modifier', () => {
    expect(dispatch(press('e', { typing: true }), null, everything, true).fire).toBeNull();
    expect(dispatch(press('e', { mod: true }), null, everything, true).fire).toBeNull();
    expect(dispatch(press('e', { alt: true }), null, everything, true).fire).toBeNull();
    expect(dispatch(press('g', { typing: true }), null, everything, true).open).toBeNull();
  });

  it('fires what takes a modifier even while one types', () => {
    expect(dispatch(press('K', { mod: true, typing: true }), null, everything, true).fire).toBe('app.palette');
    expect(dispatch(press('Enter', { mod: true, typing: true }), null, everything, true).fire).toBe('app.submit');
  });

  it('keeps Escape and the modifiers when single letters are switched off', () => {
    expect(dispatch(press('e'), null, everything, false).fire).toBeNull();
    expect(dispatch(press('g'), null, everything, false).open).toBeNull();
    expect(dispatch(press('Escape'), null, everything, false).fire).toBe('app.back');
    expect(dispatch(press('k', { mod: true }), null, everything, false).fire).toBe('app.palette');
  });

  it('leaves Enter to the button that has the focus', () => {
    expect(dispatch(press('Enter', { onControl: true }), null, everything, true).fire).toBeNull();
    expect(dispatch(press('Enter'), null, everything, true).fire).toBe('list.open');
  });

  it('takes digits for signals, and fires nothing that nobody answers to', () => {
    expect(dispatch(press('3'), null, everything, true).fire).toBe('log.signal');
    expect(dispatch(press('e'), null, () => false, true).fire).toBeNull();
  });
});

describe('the catalogue', () => {
  it('gives no key to two commands', () => {
    const keys = commandIds.map((id) => command(id).keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows keys as they stand on the keyboard', () => {
    expect(keycaps('mod+k', false)).toEqual(['Ctrl', 'k']);
    expect(keycaps('mod+k', true)).toEqual(['⌘', 'k']);
    expect(keycaps('g t', false)).toEqual(['g', 't']);
    expect(keycaps('digit', false)).toEqual(['1–9']);
  });
});
