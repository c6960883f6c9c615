type Path = readonly (string | number)[];

/** A JSON text with the value at one path replaced, all else as it was. */
export function alteredAt(text: string, path: Path, change: (value: unknown) => unknown): string {
  return JSON.stringify(changed(JSON.parse(text), path, change));
}

function changed(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === step ? changed(item, rest, change) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === step ? changed(item, rest, change) : item]),
  );
}

/** The path as places are written: `.proofs[0][2][1]`. */
export const placeOf = (path: Path): string =>
  path.map((step) => (typeof step === 'string' ? `.${step}` : `[${step}]`)).join('');
