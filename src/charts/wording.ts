const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A count with thousands separators: `1,234,567`. */
export function countText(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A large count in words a headline can hold: `812 million`, `4.2 million`, `31,204`. */
export function roundCountText(count: number): string {
  const round = (value: number, unit: string) => `${value >= 100 ? countText(value) : value.toFixed(1)} ${unit}`;
  if (count >= 999.5e6) return round(count / 1e9, 'billion');
  if (count >= 1e6) return round(count / 1e6, 'million');
  return countText(count);
}

/**
 * A share between 0 and 1 as `97.2 %`. It says 100 % or 0 % only where that is exactly so: 0.9999 is `99.9 %` and
 * 0.0001 is `<0.1 %`. No share (nothing to divide by) is `–`.
 */
export function shareText(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–';
  if (share <= 0) return '0 %';
  if (share >= 1) return `${share === 1 ? 100 : (100 * share).toFixed(0)} %`;
  if (share < 0.001) return '<0.1 %';
  return `${Math.min(99.9, Math.round(share * 1000) / 10).toFixed(1)} %`;
}

/** A local date as `7 May 2027`. */
export function dateText(date: string): string {
  return `${shortDateText(date)} ${date.slice(0, 4)}`;
}

/** A local date without its year: `7 May`. */
function shortDateText(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

/** A span of time in its largest sensible unit: `12 min`, `3.5 h`, `2.1 days`. */
export function spanText(minutes: number): string {
  const short = (value: number) => (value >= 9.95 ? Math.round(value).toString() : value.toFixed(1).replace('.0', ''));
  if (minutes < 90) return `${short(minutes)} min`;
  if (minutes < 48 * 60) return `${short(minutes / 60)} h`;
  return `${short(minutes / 1440)} days`;
}

/** A name with its first letter as a capital: `smart` → `Smart`. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `1 MSID`, `2 MSIDs`: a count with its noun in the right number. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}

/** A text of at most `length` characters, with an ellipsis where it was cut. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
