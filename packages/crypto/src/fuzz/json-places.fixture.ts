/** A value in a JSON text. */
export interface JsonPlace {
  /** Where its name begins, if it has one, else the value itself. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

const simple = /[-+.0-9A-Za-z]*/y;
const quoted = /"(?:[^"\\]|\\.)*"/y;

/** Every value in a compact JSON text, the outermost first; of any other text the whole. */
export function placesIn(text: string): readonly JsonPlace[] {
  if (!isCompact(text)) return [{ from: 0, start: 0, end: text.length }];
  const places: JsonPlace[] = [];
  let at = 0;
  const skip = (form: RegExp): void => {
    form.lastIndex = at;
    form.test(text);
    at = form.lastIndex;
  };
  const value = (from: number): void => {
    const start = at;
    const place = { from, start, end: at };
    places.push(place);
    const open = text[at];
    if (open === '{' || open === '[') {
      at += 1;
      while (text[at] !== '}' && text[at] !== ']') {
        const first = at;
        if (open === '{') {
          skip(quoted);
          at += 1;
        }
        value(first);
        if (text[at] === ',') at += 1;
      }
      at += 1;
    } else skip(open === '"' ? quoted : simple);
    place.end = at;
  };
  value(0);
  return places;
}

function isCompact(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)).replaceAll('\u007f', '\\u007f') === text;
  } catch {
    return false;
  }
}
