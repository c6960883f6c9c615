/** Bundles the server into `build/NAME` and prints where its parts stand: in a process of its own, whose memory ends with it. */
import { bundleServer } from './bundle.mjs';

const [name = 'web'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await bundleServer(name)));
