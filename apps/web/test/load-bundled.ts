import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { precompileJsx } from '../scripts/precompile-jsx.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bundles a module into a file, its elements as templates or as they are, and hands out what it exports. */
export async function loadBundled(entry: string, file: string, asTemplates: boolean): Promise<Record<string, unknown>> {
  const bundle = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    plugins: asTemplates ? [precompileJsx()] : [],
    tsconfig: join(root, 'apps/web/tsconfig.json'),
    external: /^(node:|@(?!convite\/)|[a-z])[^:]*$/u,
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  const module: Record<string, unknown> = await import(file);
  return module;
}
