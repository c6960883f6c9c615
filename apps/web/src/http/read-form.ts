import type { AppContext } from './router.ts';

/**
 * What a form without files sent, by the name of each control; several values of one joined by a space. What cannot be
 * read as a form holds nothing.
 */
export async function readForm(c: AppContext): Promise<ReadonlyMap<string, string>> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/u.test(type)) return new Map();
  const fields = new Map<string, string>();
  const form = await parsed(c);
  for (const [name, value] of form ?? []) {
    if (typeof value !== 'string') continue;
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before} ${value}`);
  }
  return fields;
}

async function parsed(c: AppContext): Promise<FormData | undefined> {
  try {
    return await c.req.formData();
  } catch (error) {
    // How the platform says that the body has not the form that its type names.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
