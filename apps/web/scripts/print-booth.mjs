/**
 * Bundles the programs of the voting page and the page of trustees anew and prints their fingerprints: those of the
 * voting page stand on the page on secrecy.
 */
import '../../../scripts/require-node.mjs';

const { createHash } = await import('node:crypto');
const { readFile } = await import('node:fs/promises');
const { fileURLToPath } = await import('node:url');
const { bundleBooth } = await import('./bundle-booth.mjs');
const { bundleTrusteePage } = await import('./bundle-trustee-page.mjs');

const folder = fileURLToPath(new URL('../../../build/booth', import.meta.url));
await bundleBooth(folder);
await bundleTrusteePage(`${folder}/trustee.html`);
for (const file of ['booth.js', 'booth-worker.js', 'trustee.html']) {
  const bytes = await readFile(`${folder}/${file}`);
  process.stdout.write(`${file} sha384-${createHash('sha384').update(bytes).digest('base64')}\n`);
}
