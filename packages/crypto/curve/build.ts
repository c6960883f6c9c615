/**
 * Builds the curve core: writes the kernels and the modules, or with `--check` says whether what is committed is what
 * the sources make. In both cases the functions that work on secrets are looked at in the text form.
 *
 * Needs the pinned compiler: `npm ci` in this folder, first.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { constantTimeBreaches } from './constant-time-check.ts';
import { laneKernel } from './kernels/lane-kernel.ts';
import { probeModules, shippedModules } from './modules.ts';
import { scalarKernel } from './kernels/scalar-kernel.ts';

const here = import.meta.dirname;
const compiler = join(here, 'node_modules/assemblyscript/bin/asc.js');
const checkOnly = process.argv.includes('--check');
const complaints: string[] = [];

/** Writes a file, or says that it would change. */
function put(path: string, text: string): void {
  const full = join(here, path);
  if (!checkOnly) writeFileSync(full, text);
  else if (readFileSync(full, 'utf8') !== text) complaints.push(`${path} is not what the sources make`);
}

type Recipe = (typeof shippedModules)['scalar'];

/** Compiles into a folder of its own, so that nothing of an earlier run is read. */
function compile(name: string, recipe: Recipe): Buffer {
  const out = mkdtempSync(join(tmpdir(), 'curve-'));
  try {
    const [wasm, text] = [join(out, 'core.wasm'), join(out, 'core.wat')];
    execFileSync(process.execPath, [compiler, recipe.entry, ...recipe.flags, '-o', wasm, '-t', text], {
      cwd: here,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (const breach of constantTimeBreaches(readFileSync(text, 'utf8'), recipe.constantTime)) {
      complaints.push(`${name}: ${breach}`);
    }
    return readFileSync(wasm);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** A module as it stands in a file of modules. */
const COMMITTED = /sha256: '(?<sha256>[0-9a-f]{64})',\s+deflated:\s+'(?<deflated>[^']+)'/u;

/** What is committed if it holds these bytes: the compressor's output may change with its version, the module may not. */
function unlessChanged(written: string, name: string, bytes: Buffer): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const committed = COMMITTED.exec(written.slice(Math.max(0, written.indexOf(`const ${name} `))))?.groups;
  const same =
    committed !== undefined &&
    committed['sha256'] === sha256 &&
    inflateRawSync(Buffer.from(committed['deflated'] ?? '', 'base64')).equals(bytes);
  const deflated = same ? committed['deflated'] : deflateRawSync(bytes, { level: 9 }).toString('base64');
  return [
    `/** ${bytes.length} bytes. */`,
    `export const ${name} = {`,
    `  sha256: '${sha256}',`,
    '  deflated:',
    `    '${deflated}',`,
    '};',
    '',
  ].join('\n');
}

/** Writes one TypeScript file of modules: it loads the same way in Node, in a bundle, and in a page opened from disk. */
function putModules(path: string, note: string, recipes: Readonly<Record<string, Recipe>>): void {
  const full = join(here, path);
  const written = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const constants = Object.entries(recipes).map(([name, recipe]) =>
    unlessChanged(written, `${name}Module`, compile(name, recipe)),
  );
  put(
    path,
    [`// ${note} Written by curve/build.ts; change the sources there, then build.`, '', ...constants].join('\n'),
  );
}

put('assembly/scalar/field-kernel.ts', scalarKernel());
put('assembly/lanes/lane-kernel.ts', laneKernel());
if (complaints.length === 0) {
  putModules('../src/curve/modules.ts', 'The arithmetic core as WebAssembly.', shippedModules);
  putModules('../src/curve/probe-modules.fixture.ts', 'Inner functions of the core, for tests.', probeModules);
}
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exitCode = 1;
else process.stdout.write(checkOnly ? 'The committed curve core is what its sources make.\n' : 'Curve core written.\n');
