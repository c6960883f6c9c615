#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still read it and say what is wrong.
if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `convite needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'Run it through npm in the project folder: npm run -s convite -- --help\n',
  );
  process.exitCode = 2;
} else {
  await import('../src/main.ts');
}
