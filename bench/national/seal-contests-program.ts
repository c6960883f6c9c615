/**
 * Seals ballots with the registrar's codes, as voters' own devices do: a process of its own for a share of the contests.
 * Arguments: folder, number of this process, of how many, ballots in all. Reads `order.json`, `codes` and the boards of the
 * contests there, and writes `ballots-PROCESS-ROUND.jsonl`: each round holds one ballot of each contest, after its id.
 */
import { hash, randomBytes } from 'node:crypto';
import { appendFileSync, createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  createCheckRecord,
  credentialSecret,
  curveGroup,
  type Election,
  isMixed,
  loadCurveCore,
  makeBallot,
  readPrivateCredential,
  type Suite,
  withElection,
} from '@convite/crypto';
import { readOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';

const [folder = '', own = '', of = '', ballots = ''] = process.argv.slice(2);
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const core = await loadCurveCore();
invariant(core.ok, 'this machine runs the arithmetic core');
const group = curveGroup(core.value, sha256);
const suite: Suite = { group: () => group, sha256 };
const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));

const read = readOrder(readFileSync(join(folder, 'order.json'), 'utf8'));
invariant(read.ok, 'the site writes orders in their form');
const order = read.value;
const [each, more] = [Math.floor(Number(ballots) / order.contests.length), Number(ballots) % order.contests.length];

/** The first codes of each contest, as many as ballots are sealed for it. */
const codes: string[][] = order.contests.map(() => []);
for await (const line of createInterface(createReadStream(join(folder, 'codes', 'PRIVATE-codes.csv')))) {
  const [kind, , , , , slice, code = ''] = line.split(',');
  if (kind !== 'voter') continue;
  for (const contest of order.slices[Number(slice)]?.contests ?? []) {
    const taken = codes[contest];
    if (taken !== undefined && taken.length < each + (contest < more ? 1 : 0)) taken.push(code);
  }
}

const rounds: string[][] = [];
const flush = (): void => {
  for (const [round, lines] of rounds.entries()) {
    appendFileSync(join(folder, `ballots-${own}-${round}.jsonl`), lines.splice(0).join(''));
  }
};
for (const [i, { id }] of order.contests.entries()) {
  if (i % Number(of) !== Number(own)) continue;
  const board = readFileSync(join(folder, 'boards', `${id}.bel`));
  const size = Number.parseInt(board.toString('latin1', 1148, 1159), 8);
  withElection(suite, board.toString('utf8', 1536, 1536 + size), createCheckRecord(), (election) =>
    sealAll(election, id, codes[i] ?? []),
  );
  if (i % 100 === 0) flush();
}
flush();

function sealAll<E>(election: Election<E>, contest: string, voters: readonly string[]): void {
  const [question] = election.questions;
  invariant(question !== undefined && !isMixed(question), 'the contests of the bench open totals');
  for (const [round, letter] of voters.entries()) {
    const typed = readPrivateCredential(letter);
    invariant(typed.ok, 'letters hold codes');
    const secret = credentialSecret(election.group, typed.value, election.uuid);
    const chosen = randomBytes(1).readUInt8() % question.answers.length;
    const bits = question.answers.map((_, place) => (place === chosen ? 1 : 0));
    const made = makeBallot(election, secret, [question.blank === true ? [0, ...bits] : bits], random);
    invariant(made.ok, 'one option was chosen');
    const lines = (rounds[round] ??= []);
    lines.push(`${contest} ${made.value.text}\n`);
  }
}
