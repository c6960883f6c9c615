import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Codec } from '../v1/wire/codec.ts';

const sources = join(import.meta.dirname, '..');

const isCodec = (value: unknown): value is Codec<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'read') === 'function' &&
  typeof Reflect.get(value, 'write') === 'function';

/** The names that readers of what comes from outside have here. */
const reads =
  /^(?:read|parse|decode|open|unpack|claimed|declared|utf8Text|entriesOf|withElection|bigIntOf|scalarsOf)|^create\w*Reader$/;

/** Every codec of the package, and every function that reads what comes from outside, by its file and its name. */
export async function doorsOfThePackage(): Promise<{
  readonly codecs: ReadonlyMap<string, Codec<unknown>>;
  readonly readers: readonly string[];
}> {
  const codecs = new Map<string, Codec<unknown>>();
  const readers: string[] = [];
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|fixture|test-d)\.ts$/.test(file) && file !== 'index.ts')
    .toSorted((a, b) => (a < b ? -1 : 1));
  for (const file of files) {
    const exported: unknown = await import(join(sources, file));
    if (typeof exported !== 'object' || exported === null) continue;
    for (const [name, value] of Object.entries(exported)) {
      if (isCodec(value)) codecs.set(`${file}#${name}`, value);
      else if (typeof value === 'function' && reads.test(name)) readers.push(`${file}#${name}`);
    }
  }
  return { codecs, readers };
}
