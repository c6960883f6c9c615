import type { Words } from '../words/words.ts';
import type { PrivateEntry } from './private-list.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Six slips on a sheet of A4, with lines to cut along; black on white, nothing under 11 pt, no file of elsewhere. */
const style = `@page{size:A4;margin:10mm}*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;font:11pt/1.3 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:#000;background:#fff}
.warning{margin:8mm 4mm;padding:4mm;border:2px solid #000}
main{display:grid;grid-template-columns:1fr 1fr}
section{padding:4mm 5mm;border:1px dashed #777;break-inside:avoid;min-height:92mm;overflow-wrap:anywhere}
h2{margin:0 0 2mm;font-size:13pt}
p{margin:0 0 1.5mm}
.who{font-weight:700}
.code{margin:2mm 0;font:700 14pt/1.5 "Noto Sans Mono",ui-monospace,monospace;white-space:nowrap}
@media print{.warning{display:none}}`;

/** The beginning of the page of slips, up to the first one. */
export const slipsHead = ({ language, registrar }: Words): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escaped(registrar.slips.title)}</title>
<style>${style}</style>
</head>
<body>
<p class="warning">${escaped(registrar.slips.warning)}</p>
<main>
`;

export const slipsFoot = '</main>\n</body>\n</html>\n';

/** One person's slip. Names may be written in any direction; the code always runs from left to right. */
export function slip(
  { kind, id, name, weight, credential }: PrivateEntry,
  election: string | undefined,
  { registrar, figures }: Words,
): string {
  const { slips } = registrar;
  const who = kind === 'spare' ? slips.spare(id) : name === '' ? id : `${name} · ${id}`;
  return `<section>
<h2 dir="auto">${escaped(election ?? slips.heading)}</h2>
<p class="who" dir="auto">${escaped(who)}</p>
<p>${escaped(slips.code)}</p>
<p class="code"><bdi dir="ltr">${escaped(credential.text)}</bdi></p>
${weight === 1n ? '' : `<p>${escaped(slips.weight(figures.count(Number(weight))))}</p>\n`}${slips.advice.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</section>
`;
}
