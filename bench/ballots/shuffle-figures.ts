import { hash } from 'node:crypto';
import {
  allEquationsHold,
  curveGroup,
  ed25519Group,
  electionWire,
  failedEquations,
  finiteFieldGroup,
  type Group,
  loadCurveCore,
  makeShuffle,
  openShuffle,
  rfc3526Group14,
  seededRandomness,
  type Suite,
  withElection,
} from '@convite/crypto';
import { markdownTable } from '../counting/figures.ts';
import { scalarSource } from './answers.ts';
import { type MeasuredShuffle, shuffleHeadings, shuffleRow } from './shuffle-rows.ts';

/** The one that the command takes. */
const sha256: Suite['sha256'] = (bytes) => hash('sha256', bytes, 'buffer');

const log = { made: () => undefined, failed: () => undefined };

/** Fewer elements than are checked by subsets. */
const partLength = 255;

/** Reads elements in parts so small that the membership of each is checked by itself. */
const parseInParts =
  (group: Group): Group['parseAll'] =>
  (texts) =>
    Array.from({ length: Math.ceil(texts.length / partLength) }, (_, i) =>
      group.parseAll(texts.slice(partLength * i, partLength * (i + 1))),
    ).flat();

/** A shuffle of numbered ballots to one mixed question. */
function measuredShuffle(group: Group, ballots: number): MeasuredShuffle {
  const question = { type: 'NonHomomorphic', value: { answers: ['A', 'B'], question: 'Points' } } as const;
  const scalar = scalarSource(group.q);
  const text = electionWire.write({
    version: 1,
    description: '',
    name: 'A shuffle',
    group: group.name,
    public_key: group.write(group.power(group.g, scalar())),
    questions: [question],
    uuid: 'aShuff1eTimed3',
  });
  const suite = { group: () => group, sha256 };
  const shuffle = withElection(suite, text, log, (election): MeasuredShuffle | undefined => {
    const { key } = election;
    const inputs = Array.from({ length: ballots }, (_, i) => {
      const r = scalar();
      const message = group.encodeInts([i >> 8, i & 255]);
      return { alpha: group.power(group.g, r), beta: group.multiply(group.power(key, r), message) };
    });
    const make = () => makeShuffle(election, [inputs], seededRandomness('a shuffle', sha256));
    const made = make().text;
    const read = () => openShuffle(election, [inputs], made, '', log);
    const singly = { ...election, group: { ...group, parseAll: parseInParts(group) } };
    const open = read();
    if (open === undefined) return undefined;
    return {
      label: `${group.name}, ${group.backend}`,
      ballots,
      make,
      readOneByOne: () => openShuffle(singly, [inputs], made, '', log),
      readTogether: read,
      together: () => allEquationsHold(election, open.statements, open.seed),
      oneByOne: () => open.statements.every((one) => failedEquations(group, key, one).length === 0),
    };
  });
  if (shuffle === undefined) throw new Error('An honest shuffle cannot be read.');
  return shuffle;
}

/** Measures shuffles, their equations checked one by one and together, and returns the table. */
export async function shuffleFigures(): Promise<string> {
  const core = await loadCurveCore();
  if (!core.ok) throw new Error('This engine does not take the arithmetic core.');
  const curve = curveGroup(core.value, sha256);
  return markdownTable(shuffleHeadings, [
    shuffleRow(measuredShuffle(curve, 30), 7),
    shuffleRow(measuredShuffle(curve, 1000), 3),
    shuffleRow(measuredShuffle(curve, 5000), 1),
    shuffleRow(measuredShuffle(ed25519Group(sha256), 100), 1),
    shuffleRow(measuredShuffle(finiteFieldGroup(rfc3526Group14, { hash: sha256 }), 60), 1),
  ]);
}
