import type { Instant } from '@convite/domain';

const made = new Map<string, Intl.DateTimeFormat>();

/** Whether this names a time zone that the machine knows. */
export const isZone = (zone: string): boolean => /^[\w+/-]{1,60}$/u.test(zone) && formatOf(zone) !== undefined;

/** Minutes east of Greenwich in a zone at an instant. Requires: `isZone(zone)`. */
export const offsetsOf =
  (zone: string) =>
  (instant: Instant): number => {
    const parts = formatOf(zone)?.formatToParts(instant) ?? [];
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/u.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  let format = made.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    made.set(zone, format);
  }
  return format;
}

/** An instant as the wall clock of a zone shows it, in the form of `parseLocalTime`. */
export function localText(instant: Instant, zone: string): string {
  const shifted = new Date(instant + offsetsOf(zone)(instant) * 60_000);
  return shifted.toISOString().slice(0, 16);
}
