import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Bundles one program for the browser, as it is served: a single script. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
    platform: 'browser',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}
