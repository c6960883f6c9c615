// Nothing here compiles against Node, and its C headers and manual are a third of its package: 68 MB less to keep.
import { rmSync } from 'node:fs';

for (const system of ['x64', 'arm64']) {
  for (const part of ['include', 'share', 'CHANGELOG.md']) {
    rmSync(new URL(`../node_modules/node-linux-${system}/${part}`, import.meta.url), { recursive: true, force: true });
  }
}
