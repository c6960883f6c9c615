import type { AppContext } from './router.ts';

/** What a form without files sent, by the name of each control; several values of one joined by a space. */
export async function readForm(c: AppContext): Promise<ReadonlyMap<string, string>> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/u.test(type)) return new Map();
  const fields = new Map<string, string>();
  for (const [name, value] of await c.req.formData()) {
    if (typeof value !== 'string') continue;
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before} ${value}`);
  }
  return fields;
}
