/** A text that tries to be something else than text. */
export interface HostileText {
  readonly text: string;
  /** A page that takes the text over in the one careless way that this text was made for: it has to be found out. */
  readonly careless: string;
}

/** Where a text stands in a page, and what leads out of it. */
const places: readonly (readonly [out: string, page: (text: string) => string])[] = [
  ['', (text) => `<p>${text}</p>`],
  ['">', (text) => `<input value="${text}">`],
  ["'>", (text) => `<input value='${text}'>`],
  ['>', (text) => `<input value=${text}>`],
  ['</title>', (text) => `<title>${text}</title>`],
  ['</textarea>', (text) => `<textarea>${text}</textarea>`],
  ['</script>', (text) => `<script>const text = '${text}';</script>`],
  ['</style>', (text) => `<style>p::after { content: '${text}' }</style>`],
  ['-->', (text) => `<!-- ${text} -->`],
];

/** What comes in: an element or an attribute that no page of ours has, or something that runs. */
const intruders = [
  '<convite-x>',
  '<p convite-x=1>',
  '<img src=x onerror=hit=1>',
  '<video src=x onerror=hit=1>',
  '<svg/onload=hit=1>',
  '<svg><script>hit=1</script>',
  '<script>hit=1</script>',
  '<iframe srcdoc=hit=1>',
  '<details open ontoggle=hit=1>',
  '<input autofocus onfocus=hit=1>',
  '<a href=javascript:hit=1>x</a>',
  '<form action=javascript:hit=1><button>x',
  '<math><a xlink:href=javascript:hit=1>x',
  '<style>@import"hit=1"</style>',
  '<object data=hit=1>',
  '<meta http-equiv=refresh content=9;url=hit=1>',
] as const;

const code = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
const signs = /[<>"'/]/gu;
/** How a text is spelled, and how somebody who is careless reads it. */
const spellings: readonly (readonly [spell: (text: string) => string, read: (text: string) => string])[] = [
  [(text) => text, (text) => text],
  [(text) => text.replaceAll(/<\/?[a-z-]+/gu, (tag) => tag.toUpperCase()), (text) => text],
  [(text) => text.replaceAll(/(?<!-)>/gu, '\n>'), (text) => text],
  [
    (text) => text.replaceAll(signs, (sign) => `&#x${code(sign)};`),
    (text) => text.replaceAll(/&#x(..);/gu, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
  ],
  [(text) => text.replaceAll(signs, (sign) => `%${code(sign)}`), decodeURIComponent],
  [
    (text) => text.replaceAll(signs, (sign) => `\\u00${code(sign)}`),
    (text) => text.replaceAll(/\\u00(..)/gu, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
  ],
  [
    (text) => text.replaceAll(signs, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    (text) => text.normalize('NFKC'),
  ],
];

/** Each way out of a place, with each intruder, in each spelling. */
export const thousandTexts: readonly HostileText[] = places.flatMap(([out, page]) =>
  intruders.flatMap((intruder) =>
    spellings.map(([spell, read]) => {
      const text = spell(`${out}${intruder}`);
      return { text, careless: `<!doctype html>${page(read(text))}` };
    }),
  ),
);
