import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const dark = sheet.indexOf('prefers-color-scheme: dark');

/** Colours named in a piece of the sheet; later ones stand. */
const colours = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/gu)].map(([, name = '', hex = '']) => [name, hex]));

const light = colours(sheet.slice(0, dark));
const themes = { light, dark: new Map([...light, ...colours(sheet.slice(dark))]) };

/** Relative luminance and ratio as WCAG 2.2 defines them. */
function ratio(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].toSorted((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Foreground, ground and the least ratio that its use asks for. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['paper', 'card', 'sunk'].map((ground) => ['ink', ground, 7] as const),
  ['ink-2', 'paper', 7],
  ['ink-2', 'card', 7],
  ['clay', 'paper', 7],
  ['leaf', 'paper', 7],
  ['leaf', 'card', 7],
  ['teal', 'paper', 7],
  ['brick', 'paper', 7],
  ['brick', 'card', 7],
  ['on-clay', 'clay', 7],
  ['on-clay', 'clay-press', 7],
  ['ink', 'clay-soft', 7],
  ['paper', 'leaf', 7],
  ['ochre', 'paper', 4.5],
  ['clay', 'card', 4.5],
  ['clay', 'clay-soft', 4.5],
  ['line', 'paper', 3],
  ['line', 'card', 3],
  ['line', 'sunk', 3],
  ['ring', 'paper', 3],
  ['ring', 'card', 3],
];

for (const [theme, tokens] of Object.entries(themes)) {
  test.each(pairs)(`in the ${theme} theme %s on %s reaches %d to 1`, (foreground, ground, least) => {
    const [one, other] = [tokens.get(foreground), tokens.get(ground)];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    expect(ratio(one ?? '', other ?? '')).toBeGreaterThanOrEqual(least);
  });
}

test('the ratio is that of WCAG: black on white is 21, a colour on itself 1', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#8a7b69', '#8a7b69')).toBe(1);
});
