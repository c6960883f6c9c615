import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { invariant } from '@convite/kernel';
import type { Sheet, Sight } from './watch-attack.ts';

/** Somebody who reads a site. */
export interface Viewer {
  readonly name: string;
  get(path: string): Promise<Response>;
}

/** Pages that one viewer can reach: far more than there are. */
const mostPages = 1000;

/** Opens every address, and whatever these pages link to below the roots: what they say, and the headers that they come with. */
export async function readPages(
  viewer: Viewer,
  addresses: readonly string[],
  roots: readonly string[],
): Promise<Sight> {
  const known = new Set(addresses);
  const sheets: Sheet[] = [];
  // What is found on the way is opened as well: a set goes on to what is put into it meanwhile.
  for (const path of known) {
    invariant(known.size < mostPages, `${viewer.name} finds no end of pages: ${path}`);
    const response = await viewer.get(path);
    const text = Buffer.from(await response.arrayBuffer()).toString();
    const place = `${viewer.name} ${path}`;
    // The one header that is about the reader: when it was asked for.
    const headers = [...response.headers]
      .filter(([name]) => name !== 'date')
      .map(([name, value]) => `${name}: ${value}`);
    sheets.push({ kind: 'header', place, text: [response.status, ...headers].join('\n') });
    sheets.push({ kind: 'page', place, text });
    const links = [...text.matchAll(/ href="([^"#]+)/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    for (const link of [...links, response.headers.get('Location') ?? '']) {
      if (roots.some((root) => link.startsWith(root))) known.add(link);
    }
  }
  return sheets;
}

/** Every file of the data folder, but for the database's own, which are read as a database, and the key of the boards. */
export function readFiles(data: string, folder = data): Sight {
  return unlessGone((): Dirent[] => readdirSync(folder, { withFileTypes: true })).flatMap((entry): Sight => {
    const path = join(folder, entry.name);
    const place = relative(data, path);
    if (place === 'postgresql' || place === 'board/key') return [];
    if (entry.isDirectory()) return readFiles(data, path);
    if (!entry.isFile()) return [];
    return unlessGone(() => [readFileSync(path, 'latin1')]).map((text) => ({ kind: 'file', place, text }));
  });
}

/** What is looked for, or nothing where it is gone by now: the server makes files and takes them away meanwhile. */
function unlessGone<T>(look: () => readonly T[]): readonly T[] {
  try {
    return look();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
}
