import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the people of the demo keep: codes, keys, sealed ballots. It lies in the data folder of the demo and nowhere else. */
export interface DemoFolder {
  /** What is kept under a name; undefined when there is nothing. */
  read(name: string): Promise<string | undefined>;
  /** Keeps something under a name: afterwards it is there whole. */
  put(name: string, content: string): Promise<void>;
}

const mark = [
  'DEMO / DEMOSTRACION',
  '',
  'Keys and voting codes of a demo. They protect nothing, and everybody may see them.',
  'Claves y codigos de una demostracion. No protegen nada, y cualquiera puede verlos.',
  '',
].join('\n');

export async function openDemoFolder(path: string): Promise<DemoFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await writeFile(join(path, 'DEMO.txt'), mark);
  return {
    async read(name) {
      try {
        return await readFile(join(path, name), 'utf8');
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
        throw fault;
      }
    },
    async put(name, content) {
      await writeFile(join(path, `${name}.part`), content, { mode: 0o600 });
      await rename(join(path, `${name}.part`), join(path, name));
    },
  };
}
