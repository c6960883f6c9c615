/** Starts the site: bundles the server's TSX into an ignored folder and runs it in this process. */
import '../../../scripts/require-node.mjs';

// Only now: what follows may be unreadable to an old Node, which has been told what to do.
const { bundleServer } = await import('./bundle.mjs');
const { main, ...places } = await bundleServer('web');
const { start } = await import(main);
await start(places);
