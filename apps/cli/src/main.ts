import { runCommandLine } from './command-line.ts';

// npm runs scripts in the project's folder and keeps the caller's in INIT_CWD; one that an outer script left is not ours.
const { INIT_CWD: callersFolder, npm_lifecycle_event: script } = process.env;

// Whoever reads the output may have seen enough: `convite … | head`.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: script === 'convite' && callersFolder !== undefined ? callersFolder : process.cwd(),
});
