import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The tokens are the design; this computes that they can be read. */

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('[data-theme="dark"]');

function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): oklch\(([\d. ]+)\)/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The relative luminance of an OKLCH colour, by way of linear sRGB (Ottosson's matrices). */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue);
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (bright + 0.05) / (dim + 0.05);
}

const PAPERS = ['canvas', 'surface', 'sunken'];
const STAGES = ['stranger', 'acquainted', 'rapport', 'trusted', 'ally'];

const TEXT: [string, string][] = [
  ...PAPERS.flatMap((paper): [string, string][] =>
    ['ink', 'ink-2', 'ink-3', 'accent', 'hold', 'danger'].map((ink) => [ink, paper]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent', 'accent-soft'],
  ['canvas', 'ink'],
  ['hold', 'hold-soft'],
  ['danger', 'danger-soft'],
  ['ok', 'ok-soft'],
  ['ok', 'surface'],
  ['warn', 'warn-soft'],
  ...STAGES.map((stage): [string, string] => [`${stage}-ink`, `${stage}-soft`]),
];

const MARKS: [string, string][] = [
  ['edge', 'canvas'],
  ['edge', 'surface'],
  ['chart-1', 'surface'],
  ['chart-1', 'sunken'],
  ['chart-2', 'surface'],
  ...STAGES.flatMap((stage): [string, string][] => [
    [stage, `${stage}-soft`],
    [stage, 'surface'],
  ]),
];

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('%s', (_theme, tokens) => {
  const ratio = ([mark, ground]: [string, string]) =>
    contrast(tokens.get(mark) ?? '0 0 0', tokens.get(ground) ?? '0 0 0');

  it.each(TEXT)('%s can be read on %s', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));

  it.each(MARKS)('%s can be told from %s', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
});
