import { readdirSync, readFileSync } from 'node:fs';
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
export function readFiles(data: string): Sight {
  return readdirSync(data, { recursive: true, withFileTypes: true }).flatMap((entry): Sight => {
    const path = join(entry.parentPath, entry.name);
    const place = relative(data, path);
    const isOurs = entry.isFile() && !place.startsWith('postgresql/') && !place.startsWith('board/key/');
    return isOurs ? [{ kind: 'file', place, text: readFileSync(path, 'latin1') }] : [];
  });
}
