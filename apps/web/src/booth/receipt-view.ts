import { encode } from 'uqr';
import { type BoothData, filled } from './booth-data.ts';
import type { Kept, Pass } from './draft.ts';
import { part } from './page-parts.ts';

/** The first signs of a tracker in the groups in which people see it. */
const trackerGroups = (tracker: string): readonly string[] => [0, 4, 8].map((at) => tracker.slice(at, at + 4));

/**
 * Draws the receipt: the code, its drawing, the hour, and the file to be saved. Nothing in it tells the choices.
 *
 * @param pass is in the file too, for who votes again from elsewhere: it is good with the same letter alone.
 */
export function drawReceipt(
  page: Document,
  data: BoothData,
  receipt: NonNullable<Kept['receipt']>,
  pass: Pass | undefined,
): void {
  const { words } = data;
  const groups = trackerGroups(receipt.tracker);
  for (const place of page.querySelectorAll('.their-code')) {
    place.replaceChildren(
      ...groups.flatMap((group, i) => {
        const span = page.createElement('span');
        span.textContent = group;
        return i === 0 ? [span] : [' ', span];
      }),
    );
  }
  const address = `${new URL(data.findMyVote, page.baseURI).href}#${receipt.tracker}`;
  part(page, 'qr', SVGSVGElement).replaceChildren(...drawQr(page, address));
  part(page, 'entered', HTMLElement).textContent = enteredSentence(data, receipt.at);
  const save = part(page, 'save', HTMLAnchorElement);
  const lines = words.file.map((line) => filled(line, { tracker: receipt.tracker, code: groups.join(' '), address }));
  if (pass?.admission !== undefined) {
    const back = `${location.origin}${location.pathname}#${pass.admission}`;
    lines.splice(-1, 0, ...(data.mail?.words.file ?? []).map((line) => filled(line, { pass: back })));
  }
  const file = new Blob([`${lines.join('\r\n')}\r\n\r\n${receipt.answer}\r\n`], { type: 'text/plain;charset=utf-8' });
  if (save.href.startsWith('blob:')) URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(file);
  save.download = words.fileName;
}

/** The hour in which it came in, not the minute: the receipt may be shown around. */
function enteredSentence({ words, language, zone }: BoothData, at: string): string {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return '';
  const hour = 3_600_000;
  const write = (options: Intl.DateTimeFormatOptions, moment: number): string =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(moment);
  const start = Math.floor(instant / hour) * hour;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  return filled(words.entered, {
    day: write({ weekday: 'long', day: 'numeric', month: 'long' }, instant),
    from: write(clock, start),
    to: write(clock, start + hour),
  });
}

/** Dark on light in both themes, with the quiet margin that cameras need. */
function drawQr(page: Document, text: string): readonly SVGElement[] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = (className: string, d: string): SVGElement => {
    const made = page.createElementNS('http://www.w3.org/2000/svg', 'path');
    made.setAttribute('class', className);
    made.setAttribute('d', d);
    return made;
  };
  const runs = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  part(page, 'qr', SVGSVGElement).setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  return [path('q0', `M-4-4h${size + 8}v${size + 8}h-${size + 8}z`), path('q1', runs)];
}
