import type { AppContext } from './router.ts';

/** What a form without files sent, by the name of each control; several values of one are joined by a space. */
export type Form = ReadonlyMap<string, string>;

/** Reads a form. What cannot be read as one holds nothing. */
export async function readForm(c: AppContext): Promise<Form> {
  const fields = new Map<string, string>();
  for (const [name, value] of await readFields(c)) {
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before} ${value}`);
  }
  return fields;
}

/** The same field by field, where a name may stand before values that hold spaces themselves. */
export async function readFields(c: AppContext): Promise<readonly (readonly [name: string, value: string])[]> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/u.test(type)) return [];
  const form = await parsed(c);
  return [...(form ?? [])].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, storable(value)] as const] : [],
  );
}

/** Without what no keyboard types and the database cannot hold: the sign of number zero, and halves of signs. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

async function parsed(c: AppContext): Promise<FormData | undefined> {
  try {
    return await c.req.formData();
  } catch (error) {
    // How the platform says that the body has not the form that its type names.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
