/**
 * Prints the file of a generated roll: so many people in so many territories.
 *
 * `node apps/web/bench/print-roll.ts PEOPLE TERRITORIES`
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generatedRoll } from './generated-roll.ts';

const [people = 0, territories = 0] = process.argv.slice(2).map(Number);
await pipeline(Readable.from(generatedRoll(people, territories, 0)), process.stdout);
