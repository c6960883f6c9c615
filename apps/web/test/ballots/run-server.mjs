/** Runs the bundled server: its places come as the one argument. */
const { main, ...places } = JSON.parse(process.argv[2] ?? '{}');
const { start } = await import(main);
await start(Object.fromEntries(Object.entries(places).map(([name, place]) => [name, new URL(String(place))])));
