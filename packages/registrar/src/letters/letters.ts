import { invariant } from '@convite/kernel';
import type { Addressee, LetterFacts } from './letter-facts.ts';
import { letterStyle, type Sheet } from './letter-style.ts';
import { directionOf, letterLanguage, letterWords } from './letter-languages.ts';
import { momentIn } from './moment.ts';
import { qrPath } from './qr-path.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A whole page of letters or slips, to be opened in a browser and printed. */
export function lettersPage(
  sheet: Sheet,
  facts: LetterFacts,
  people: readonly Addressee[],
  drawn: (person: Addressee) => string = (person) => qrSvg(facts, person),
): string {
  const language = letterLanguage(null, facts.languages);
  const words = letterWords[language];
  const parts = people.map((person) => letter(sheet, facts, person, drawn(person)));
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escaped(words.pageTitle)}</title>
<style>${letterStyle(sheet)}</style>
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
  const address = `${facts.site}/c/${facts.consultation}/vote`.replace(/^https?:\/\//u, '');
  const heading = titleIn(facts, language);
  return `<section lang="${language}" dir="${directionOf(language)}">
<h2><bdi>${escaped(heading)}</bdi></h2>
<p class="who"><bdi>${escaped(who)}</bdi> · <bdi>${escaped(person.territory)}</bdi></p>
${sheet === 'letters' ? `<p>${escaped(words.lead)}</p>\n<ul>${papers.map((paper) => `<li><bdi>${escaped(paper)}</bdi></li>`).join('')}</ul>\n` : ''}<p>${escaped(words.when(momentIn(words, facts.opens), momentIn(words, facts.closes), facts.zone))}</p>
<div class="vote">${qr}<div>
<p>${escaped(words.scan)}</p>
<p class="address"><bdi dir="ltr">${escaped(address)}</bdi></p>
<p>${escaped(words.code)}</p>
<p class="code"><bdi dir="ltr">${escaped(person.code)}</bdi></p>
</div></div>
${(sheet === 'letters' ? words.advice : words.advice.slice(0, 1)).map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</section>
`;
}

/** The title in the language of a letter, else in the first language of the consultation that has one. */
function titleIn({ title, languages }: LetterFacts, language: string): string {
  const tag = [language, ...languages].find((one) => title[one] !== undefined) ?? '';
  return title[tag] ?? Object.values(title)[0] ?? '';
}
