/** How letters are printed: a page for each person, or four slips on a sheet of A4. */
export type Sheet = 'letters' | 'slips';

/**
 * Black on white, no file from elsewhere; sides are named by the direction of reading. Nothing is smaller than 11 pt:
 * slips are read by the old and copied by the poor, so what does not fit goes on another sheet.
 */
const style: Readonly<Record<'both' | Sheet, string>> = {
  both: `*{box-sizing:border-box}
body{margin:0 auto;font:11pt/1.4 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:#000;background:#fff}
.warning{margin:8mm auto;max-width:190mm;padding:4mm;border:2px solid #000}
h1,h2{margin:0 0 2mm;font-size:14pt}p{margin:0 0 2.5mm}ul{margin:0 0 3mm;padding-inline-start:5mm}
.who{font-weight:700}.code{font:700 15pt/1.5 "Noto Sans Mono",ui-monospace,monospace;white-space:nowrap}
svg{display:block}
@media screen{body{padding-inline:4mm}}
@media print{.warning{display:none}}`,
  letters: `@page{size:A4;margin:20mm}
body{max-width:170mm}section{break-after:page;min-height:220mm;padding-block:4mm}
section+section{border-top:1px dashed #777}.who{margin-block:24mm 14mm;font-size:12pt}
.vote{display:flex;gap:8mm;align-items:center;margin-block:6mm;padding:5mm;border:2px solid #000}svg{width:42mm;height:42mm;flex:none}
@media print{section+section{border:0}}`,
  slips: `@page{size:A4;margin:10mm}
body{max-width:190mm}main{display:grid;grid-template-columns:1fr 1fr}
section{padding:4mm 5mm;border:1px dashed #777;break-inside:avoid;min-height:138mm;overflow-wrap:anywhere;line-height:1.3}
h2{font-size:13pt}p{margin-block-end:2mm}.address,.code{clear:both}.code{font-size:14pt}
svg{float:inline-start;width:30mm;height:30mm;margin-inline-end:3mm}.vote{display:flow-root}`,
};

/** The one style of a page of letters or of slips. */
export const letterStyle = (sheet: Sheet): string => `${style.both}\n${style[sheet]}`;
