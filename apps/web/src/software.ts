import { invariant } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const described = z.object({ name: z.string(), version: z.string() });

/** The program and its version, as the description of the project names them. */
export async function softwareAt(path: string): Promise<string> {
  const read = described.safeParse(JSON.parse(await readFile(path, 'utf8')));
  invariant(read.success, 'the description of the project has a name and a version');
  return `${read.data.name} ${read.data.version}`;
}
