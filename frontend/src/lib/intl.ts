const NUMBER = new Intl.NumberFormat('en');
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const PLURAL = new Intl.PluralRules('en');

export const formatNumber = (value: number) => NUMBER.format(value);
export const formatPercent = (share: number) => PERCENT.format(share);

/** `plural(1, 'person', 'people')` is "1 person"; `plural(1200, ...)` is "1,200 people". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${PLURAL.select(count) === 'one' ? one : many}`;
}

/** "12 seconds", "3 minutes": how long something still takes, rounded to what one can feel. */
export function roughDuration(seconds: number): string {
  if (seconds < 1) return 'a moment';
  if (seconds < 90) return plural(Math.round(seconds), 'second');
  return plural(Math.round(seconds / 60), 'minute');
}
