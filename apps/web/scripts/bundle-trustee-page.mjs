import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle as bundleStyles } from 'lightningcss';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const notice =
  'With noble-ciphers, noble-curves, noble-hashes, scure-base, scure-bip39 - MIT License (c) 2022 Paul Miller (paulmillr.com)';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the page may do: run this one program and workers of its text, look like this, save files. It can reach no address at
 * all.
 */
const policyOf = (script, style) =>
  [
    `default-src 'none'`,
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `worker-src blob:`,
    `style-src ${hashOf(style)}`,
    `img-src data:`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types trustee`,
  ].join('; ');

/** The page around the program; without the program it says so. */
const page = (policy, script, style) => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Custodia de la clave · Convite</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main"></a>
<header><div class="wrap"><div class="mast"><span class="brand">Convite</span><nav></nav></div></div></header>
<main id="main" class="wrap" tabindex="-1"><p>Abriendo la página. Si esto no cambia, use un navegador más nuevo. <span lang="en">Opening the page. If this does not change, use a newer browser.</span></p><noscript><h1>Custodia de la clave</h1><p>Esta página necesita JavaScript: su clave se hace y se usa en su equipo, no en un servidor. Sin él, use el programa convite (convite trustee).</p><p lang="en">This page needs JavaScript: your key is made and used on your machine, not on a server. Without it, use the program convite (convite trustee).</p></noscript></main>
<footer class="wrap"><div class="foot"><p></p></div></footer>
<script>${script}</script>
</body>
</html>
`;

/**
 * Makes the page of trustees: one file that works from the site and from a disk. The same sources give the same bytes
 * wherever they lie.
 *
 * @param {string} file that is written.
 */
export async function bundleTrusteePage(file) {
  const bundle = await rolldown({
    cwd: root,
    input: './apps/web/src/trustee-page/trustee-page.ts',
    platform: 'browser',
    // Nothing in our own rooms or in the packages they use acts when it is merely imported.
    treeshake: { moduleSideEffects: (id) => id.includes('trustee-page.ts') },
    logLevel: 'warn',
  });
  const { output } = await bundle.generate({
    format: 'iife',
    minify: true,
    comments: false,
    postBanner: `/*! ${notice} */`,
  });
  await bundle.close();
  const script = output[0].code.trim();
  if (/<\/script|<!--/iu.test(script)) throw new Error('the program would end its own element');
  const { code } = bundleStyles({ filename: `${root}apps/web/src/trustee-page/trustee-page.css`, minify: true });
  const style = new TextDecoder().decode(code).trim();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page(policyOf(script, style), script, style));
}
