import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { bundleBooth } from './bundle-booth.mjs';
import { bundlePasskey } from './bundle-passkey.mjs';
import { bundleRegistrarPage } from './bundle-registrar-page.mjs';
import { bundleTrusteePage } from './bundle-trustee-page.mjs';
import { precompileJsx } from './precompile-jsx.ts';

const root = new URL('../../../', import.meta.url);

/**
 * Bundles the server, the programs of its counting and reading processes and those of the voting page; the server's packages from npm stay
 * outside.
 *
 * @param {string} name of the folder under `build/` that is written.
 * @returns the addresses of the programs and of the project's folder.
 */
export async function bundleServer(name) {
  const folder = fileURLToPath(new URL(`build/${name}`, root));
  const bundle = await rolldown({
    cwd: fileURLToPath(root),
    input: {
      main: './apps/web/src/main.ts',
      'counting-program': './apps/web/src/features/recounts/counting/program.ts',
      'reading-program': './apps/web/src/reading/program.ts',
      'people-program': './apps/web/src/features/demo/people/program.ts',
      'proof-program': './apps/web/src/features/ballots/proofs/program.ts',
      'results-program': './apps/web/src/features/results/archives/program.ts',
    },
    platform: 'node',
    plugins: [precompileJsx()],
    // Names of packages other than our own.
    external: /^(node:|@(?!convite\/)|[a-z])[^:]*$/u,
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });
  await bundle.close();
  await bundleBooth(`${folder}/booth`);
  await bundlePasskey(`${folder}/passkey.js`);
  await bundleTrusteePage(`${folder}/trustee.html`);
  await bundleRegistrarPage(`${folder}/registrar.html`);
  const program = (entry) => pathToFileURL(`${folder}/${entry}.js`);
  return {
    root,
    main: program('main').href,
    countingProgram: program('counting-program'),
    readingProgram: program('reading-program'),
    proofProgram: program('proof-program'),
    peopleProgram: program('people-program'),
    resultsProgram: program('results-program'),
    passkeyProgram: program('passkey'),
    boothPrograms: pathToFileURL(`${folder}/booth/`),
    trusteePage: pathToFileURL(`${folder}/trustee.html`),
    registrarPage: pathToFileURL(`${folder}/registrar.html`),
  };
}
