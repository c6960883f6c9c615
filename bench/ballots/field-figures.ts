import { belenios2048, finiteFieldGroup } from '@convite/crypto';
import { markdownTable } from '../counting/figures.ts';
import { checkThrough, choices, drawnChoices, makeThrough, scalarSource } from './answers.ts';
import { microsecondsEach } from './processor-time.ts';
import { verifyMadeUp } from './verified-archive.ts';

/** Ballots of the two archives whose difference is taken, so that the start of the process falls out. */
const [few, many] = [5, 35];
const rounds = 3;

/**
 * Measures 0/1 proofs in BELENIOS-2048, and returns the table: the portable arithmetic here, the native one through the
 * public command, where a ballot's own signature and overall proof are shared out among its choices.
 */
export function fieldFigures(): string {
  const group = finiteFieldGroup(belenios2048);
  const key = group.write(group.power(group.g, scalarSource(group.q)()));
  const y = group.parse(key);
  if (y !== undefined) group.prepare(y);
  group.prepare(group.g);
  const drawn = drawnChoices();
  const json = JSON.stringify(makeThrough(group, key, drawn));
  if (!checkThrough(group, key, json)) throw new Error('An honest answer is refused.');
  const figures = microsecondsEach(
    [
      { name: 'verified', things: choices, run: () => checkThrough(group, key, json) },
      { name: 'made', things: choices, run: () => makeThrough(group, key, drawn) },
    ],
    rounds,
  );
  const [verified, made] = [figures.get('verified') ?? Number.NaN, figures.get('made') ?? Number.NaN];
  const native = nativeMicroseconds();
  const table = ['arithmetic', 'verified', 'ratio', 'encrypted and proved'];
  return markdownTable(table, [
    ['bigint, with tables of g and the key', verified.toFixed(0), '1', made.toFixed(0)],
    ['native, `convite verify`', native.toFixed(0), `${(verified / native).toFixed(1)} ×`, ''],
  ]);
}

function nativeMicroseconds(): number {
  const seconds = (voters: number): number => {
    const election = { group: 'BELENIOS-2048', homomorphic: `${choices}:0..1`, voters } as const;
    return Math.min(...verifyMadeUp(election, rounds).map(({ cpu }) => cpu));
  };
  return ((seconds(many) - seconds(few)) * 1e6) / ((many - few) * choices);
}
