/** Bundles the programs of the voting page anew and prints their fingerprints, as the page on secrecy shows them. */
import '../../../scripts/require-node.mjs';

const { createHash } = await import('node:crypto');
const { readFile } = await import('node:fs/promises');
const { fileURLToPath } = await import('node:url');
const { bundleBooth } = await import('./bundle-booth.mjs');

const folder = fileURLToPath(new URL('../../../build/booth', import.meta.url));
await bundleBooth(folder);
for (const file of ['booth.js', 'booth-worker.js']) {
  const bytes = await readFile(`${folder}/${file}`);
  process.stdout.write(`${file} sha384-${createHash('sha384').update(bytes).digest('base64')}\n`);
}
