import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle as bundleStyles } from 'lightningcss';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the page may do: run this one program and workers of its text, look like this, save files, and show, in a frame,
 * what it made itself. It can reach no address at all.
 */
const policyOf = ({ folder, framedStyles = [] }, script, style) =>
  [
    `default-src 'none'`,
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `worker-src blob:`,
    `style-src ${[style, ...framedStyles].map(hashOf).join(' ')}`,
    `img-src data:`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${folder.split('-')[0]}`,
  ].join('; ');

/** The page around the program; without the program it says so. */
const page = ({ title, unscripted }, policy, script, style) => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title} · Convite</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body class="task">
<a class="skip" href="#main"></a>
<header><div class="wrap"><div class="mast"><span class="brand">Convite</span><nav></nav></div></div></header>
<main id="main" class="wrap" tabindex="-1"><p>Abriendo la página. Si esto no cambia, use un navegador más nuevo. <span lang="en">Opening the page. If this does not change, use a newer browser.</span></p><noscript><h1>${title}</h1><p>${unscripted.es}</p><p lang="en">${unscripted.en}</p></noscript></main>
<footer class="wrap"><div class="foot"></div></footer>
<script>${script}</script>
</body>
</html>
`;

/**
 * Makes a page of one file, which works from the site and from a disk. The same sources give the same bytes wherever they
 * lie.
 *
 * @param {string} file that is written.
 * @param {object} made
 * @param {string} made.folder of the page under `apps/web/src`; its program and styles are named for it.
 * @param {string} made.title before the program writes its own.
 * @param {{ es: string, en: string }} made.unscripted what stands there without the program.
 * @param {string} made.notice licences of what is inside.
 * @param {readonly string[]} [made.framedStyles] styles of what the page shows in a frame.
 */
export async function bundleOfflinePage(file, made) {
  const { folder, notice } = made;
  const bundle = await rolldown({
    cwd: root,
    input: `./apps/web/src/${folder}/${folder}.ts`,
    platform: 'browser',
    // Nothing in our own rooms or in the packages they use acts when it is merely imported.
    treeshake: { moduleSideEffects: (id) => id.includes(`${folder}.ts`) },
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
  const { code } = bundleStyles({ filename: `${root}apps/web/src/${folder}/${folder}.css`, minify: true });
  const style = new TextDecoder().decode(code).trim();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page(made, policyOf(made, script, style), script, style));
}
