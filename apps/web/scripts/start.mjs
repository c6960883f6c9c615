/** Starts the site: has the server's TSX bundled into an ignored folder and runs it in this process. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import '../../../scripts/require-node.mjs';

const program = fileURLToPath(new URL('bundle-program.mjs', import.meta.url));
const bundled = execFileSync(process.execPath, [program, 'web'], { stdio: ['ignore', 'pipe', 'inherit'] });
const { main, ...places } = JSON.parse(bundled.toString());
const { start } = await import(main);
await start(Object.fromEntries(Object.entries(places).map(([name, place]) => [name, new URL(place)])));
