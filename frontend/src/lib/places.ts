const REGION_NAMES = new Intl.DisplayNames('en', { type: 'region' });

/** Every region code that the machine can name, as [code, name], by name. */
export function countries(): [string, string][] {
  const found: [string, string][] = [];
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      const name = REGION_NAMES.of(code);
      if (name && name !== code && !NOT_COUNTRIES.has(code)) found.push([code, name]);
    }
  }
  return found.sort(([, one], [, other]) => one.localeCompare(other));
}

/** Codes that have a name and are no country: unions, exceptions, private use. */
const NOT_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'XK',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
  'UK',
  'FX',
  'SU',
  'DD',
  'YU',
  'TP',
  'ZR',
  'BU',
  'CS',
  'NT',
  'HV',
  'DY',
  'NH',
  'RH',
  'VD',
  'YD',
  'AN',
]);

export const timeZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/** "America/New York": a zone as people read it. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
