/**
 * Bundles the programs of the voting page and the pages of trustees and registrars anew and prints their fingerprints:
 * those of the voting page stand on the page on secrecy.
 */
import '../../../scripts/require-node.mjs';

const { createHash } = await import('node:crypto');
const { readFile } = await import('node:fs/promises');
const { fileURLToPath } = await import('node:url');
const { bundleBooth } = await import('./bundle-booth.mjs');
const { bundleRegistrarPage } = await import('./bundle-registrar-page.mjs');
const { bundleTrusteePage } = await import('./bundle-trustee-page.mjs');

const folder = fileURLToPath(new URL('../../../build/booth', import.meta.url));
await bundleBooth(folder);
await bundleTrusteePage(`${folder}/trustee.html`);
await bundleRegistrarPage(`${folder}/registrar.html`);
for (const file of ['booth.js', 'booth-worker.js', 'trustee.html', 'registrar.html']) {
  const bytes = await readFile(`${folder}/${file}`);
  process.stdout.write(`${file} sha384-${createHash('sha384').update(bytes).digest('base64')}\n`);
}
