/**
 * Sets up an election of seven options as the offline tools do and seals a ballot for each letter: a process of its own,
 * done before anything is measured. Arguments: folder, how many, hash of the rule. Writes `election.bel` and `ballots.jsonl`.
 */
import { hash, randomBytes } from 'node:crypto';
import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createCheckRecord,
  credentialSecret,
  curveGroup,
  type Election,
  loadCurveCore,
  makeBallot,
  readPrivateCredential,
  seededRandomness,
  simulateElection,
  type Suite,
  withElection,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';

const [folder = '', countText = '', rules = ''] = process.argv.slice(2);
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const core = await loadCurveCore();
invariant(core.ok, 'this machine runs the arithmetic core');
const group = curveGroup(core.value, sha256);
const suite: Suite = { group: () => group, sha256 };
const answers = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'];

const run = simulateElection(
  suite,
  {
    group: 'Ed25519',
    name: 'Asamblea de La Enramada',
    description: withPolicy('Una obra para la comuna', rules),
    questions: [{ answers, blank: true, min: 1, max: 1, question: '¿Qué obra primero?' }],
    voters: Number(countText),
    revotes: 0,
    mostWeight: 1n,
    credentialForm: 'checked',
    trustees: [{ kind: 'single' }],
    shuffles: 0,
    until: 'setup',
    timestamp: 1_795_220_101,
  },
  seededRandomness(randomBytes(16).toString('hex'), sha256),
);
invariant(run.ok, 'the plan is not refused');
const parts: Uint8Array[] = [];
const letters: string[] = [];
for (const { bytes, secrets } of run.value) {
  if (bytes !== undefined) parts.push(bytes);
  for (const secret of secrets) if (secret.type === 'voter') letters.push(secret.credential);
}
const archive = Buffer.concat(parts);
writeFileSync(join(folder, 'election.bel'), archive);
const electionText = archive.toString('utf8', 1536, 1536 + Number.parseInt(archive.toString('latin1', 1148, 1159), 8));

async function sealAll<E>(election: Election<E>): Promise<void> {
  const file = createWriteStream(join(folder, 'ballots.jsonl'));
  for (const [i, letter] of letters.entries()) {
    const typed = readPrivateCredential(letter);
    invariant(typed.ok, 'letters hold credentials');
    const secret = credentialSecret(election.group, typed.value, election.uuid);
    const choices = [Array.from({ length: answers.length + 1 }, (_, place) => (place === i % 8 ? 1 : 0))];
    const made = makeBallot(election, secret, choices, (length) => Uint8Array.from(randomBytes(length)));
    invariant(made.ok, 'one option was chosen');
    if (!file.write(`${made.value.text}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
await withElection(suite, electionText, createCheckRecord(), sealAll);
