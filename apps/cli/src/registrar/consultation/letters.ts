import { invariant } from '@convite/kernel';
import { type Language, languages } from '../../arguments/choices.ts';
import { letterWords } from '../../words/letter-words.ts';
import type { Addressee, LetterFacts } from './letter-facts.ts';
import { qrPath } from './qr-path.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Languages that are written from right to left. */
const fromTheRight: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language of a person where letters have it, else the first of the consultation that they have. */
export function letterLanguage(asked: string | null, offered: readonly string[]): Language {
  for (const tag of asked === null ? offered : [asked, ...offered]) {
    const found = languages.find((language) => language === tag.split('-', 1)[0]);
    if (found !== undefined) return found;
  }
  return 'es';
}

/** How letters are printed: a page for each person, or six slips on a sheet of A4. */
export type Sheet = 'letters' | 'slips';

/** Black on white, no file from elsewhere; sides are named by the direction of reading. */
const style: Readonly<Record<'both' | Sheet, string>> = {
  both: `*{box-sizing:border-box}
body{margin:0 auto;font:11pt/1.4 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:#000;background:#fff}
.warning{margin:8mm auto;max-width:190mm;padding:4mm;border:2px solid #000}
h1,h2{margin:0 0 2mm;font-size:14pt}p{margin:0 0 2.5mm}ul{margin:0 0 3mm;padding-inline-start:5mm}
.who{font-weight:700}.code{font:700 15pt/1.5 "Noto Sans Mono",ui-monospace,monospace;white-space:nowrap}
svg{display:block}.small{font-size:9pt}
@media print{.warning{display:none}}`,
  letters: `@page{size:A4;margin:20mm}
body{max-width:170mm}section{break-after:page;min-height:220mm;padding-block:4mm}
section+section{border-top:1px dashed #777}.who{margin-block:24mm 14mm;font-size:12pt}
.vote{display:flex;gap:8mm;align-items:center;margin-block:6mm;padding:5mm;border:2px solid #000}svg{width:42mm;height:42mm;flex:none}
@media print{section+section{border:0}}`,
  slips: `@page{size:A4;margin:12mm}
body{max-width:186mm}main{display:grid;grid-template-columns:1fr 1fr}
section{padding:5mm;border:1px dashed #777;break-inside:avoid;min-height:88mm;overflow-wrap:anywhere}
h2{font-size:11pt}.code{font-size:12.5pt}.vote{display:block}svg{width:28mm;height:28mm}p{margin-block-end:1.5mm}`,
};

/** A whole page of letters or slips, to be opened in a browser and printed. */
export function lettersPage(
  sheet: Sheet,
  facts: LetterFacts,
  people: readonly Addressee[],
  drawn: (person: Addressee) => string = (person) => qrSvg(facts, person),
): string {
  const words = letterWords[letterLanguage(null, facts.languages)];
  const parts = people.map((person) => letter(sheet, facts, person, drawn(person)));
  return `<!doctype html>
<html lang="${letterLanguage(null, facts.languages)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escaped(words.pageTitle)}</title>
<style>${style.both}
${style[sheet]}</style>
</head>
<body>
<p class="warning">${escaped(words.warning)}</p>
<main>
${parts.join('')}</main>
</body>
</html>
`;
}

/** Where a letter leads to: the person's first ballot paper. What follows the sign # is sent to no server. */
function letterAddress({ site, consultation, contests }: LetterFacts, { code, contests: own }: LetterTarget): string {
  const contest = contests[own[0] ?? 0];
  invariant(contest !== undefined, 'a person of the order has a contest of the order');
  return `${site}/c/${consultation}/contests/${contest.id}/vote#${code}`;
}

type LetterTarget = Pick<Addressee, 'code' | 'contests'>;

/** The QR code of a letter, as SVG. */
export function qrSvg(facts: LetterFacts, person: LetterTarget): string {
  const { size, path } = qrPath(letterAddress(facts, person));
  return `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

/** Names may be written in any direction; code and address always run from left to right. */
function letter(sheet: Sheet, facts: LetterFacts, person: Addressee, qr: string): string {
  const language = letterLanguage(person.language, facts.languages);
  const words = letterWords[language];
  const who = person.kind === 'spare' ? words.spare(person.id) : person.name;
  const papers = person.contests.map((at) => facts.contests[at]?.name ?? '');
  const moment = (seconds: number): string => momentIn(language, facts.zone, seconds);
  const address = `${facts.site}/c/${facts.consultation}/vote`.replace(/^https?:\/\//u, '');
  const heading = facts.title[language] ?? Object.values(facts.title)[0] ?? '';
  return `<section lang="${language}" dir="${fromTheRight.has(language) ? 'rtl' : 'ltr'}">
<h2 dir="auto">${escaped(heading)}</h2>
<p class="who"><bdi>${escaped(who)}</bdi> · <bdi>${escaped(person.territory)}</bdi></p>
${sheet === 'letters' ? `<p>${escaped(words.lead)}</p>\n<ul>${papers.map((paper) => `<li><bdi>${escaped(paper)}</bdi></li>`).join('')}</ul>\n` : ''}<p>${escaped(words.when(moment(facts.opensAt), moment(facts.closesAt), facts.zone))}</p>
<div class="vote">${qr}<div>
<p>${escaped(words.scan)}</p>
<p><bdi dir="ltr">${escaped(address)}</bdi></p>
<p>${escaped(words.code)}</p>
<p class="code"><bdi dir="ltr">${escaped(person.code)}</bdi></p>
</div></div>
${(sheet === 'letters' ? words.advice : words.advice.slice(0, 1)).map((line) => `<p class="small">${escaped(line)}</p>`).join('\n')}
</section>
`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** An instant in the words of a language and the hours of a zone. Making a clock is slow: each is kept. */
function momentIn(language: Language, zone: string, seconds: number): string {
  const key = `${language} ${zone}`;
  const clock =
    clocks.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' });
  clocks.set(key, clock);
  return clock.format(seconds * 1000);
}
