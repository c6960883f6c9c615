/** Measures sealed ballots, and prints the tables of docs/benchmarks.md. */
import { curveFigures } from './curve-figures.ts';

process.stdout.write('### The arithmetic core\n\n');
for (const table of await curveFigures()) process.stdout.write(`${table}\n\n`);
