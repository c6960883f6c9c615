import {
  createCheckRecord,
  credentialSecret,
  makeBallot,
  readPrivateCredential,
  seededRandomness,
  simulateElection,
  type Suite,
  withElection,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { createHash, hash, randomBytes } from 'node:crypto';

export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** An election set up by the offline tools, with the letters of its voters. */
export interface SealedElection {
  readonly archive: Uint8Array;
  readonly electionText: string;
  readonly letters: readonly { readonly credential: string; readonly publicCredential: string }[];
}

/** The rule by which the elections of the tests are counted. */
export const ruleText = '{"rule":"greedy"}';
export const ruleHash = createHash('sha256').update(ruleText).digest('hex');

const options = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'] as const;

let loading: Promise<Suite> | undefined;
export const suite = (): Promise<Suite> => (loading ??= loadMachineSuite());

/** Sets up an election of seven options, one to be chosen, with so many letters. */
export async function sealElection(
  letters: number,
  { rules = ruleHash, seed = randomBytes(8).toString('hex') }: { readonly rules?: string; readonly seed?: string } = {},
): Promise<SealedElection> {
  const run = simulateElection(
    await suite(),
    {
      group: 'Ed25519',
      name: 'Asamblea de La Enramada',
      description: withPolicy('Una obra para la comuna', rules),
      questions: [{ answers: [...options], blank: true, min: 1, max: 1, question: '¿Qué obra primero?' }],
      voters: letters,
      revotes: 0,
      mostWeight: 1n,
      credentialForm: 'checked',
      trustees: [{ kind: 'single' }],
      shuffles: 0,
      until: 'setup',
      timestamp: 1_795_220_101,
    },
    seededRandomness(seed, sha256),
  );
  invariant(run.ok, 'the plan is not refused');
  const parts: Uint8Array[] = [];
  const made: { readonly credential: string; readonly publicCredential: string }[] = [];
  for (const { bytes, secrets } of run.value) {
    if (bytes !== undefined) parts.push(bytes);
    for (const secret of secrets) {
      if (secret.type !== 'voter') continue;
      made.push({ credential: secret.credential, publicCredential: secret.public_credential });
    }
  }
  const archive = Uint8Array.from(Buffer.concat(parts));
  return { archive, electionText: electionTextIn(archive), letters: made };
}

/** The election is the first record behind the archive's own. */
function electionTextIn(archive: Uint8Array): string {
  const bytes = Buffer.from(archive);
  const size = Number.parseInt(bytes.toString('latin1', 1024 + 124, 1024 + 135), 8);
  return bytes.toString('utf8', 1536, 1536 + size);
}

/** Seals ballots as a voter's device does: the option chosen by its place, 0 for a blank vote. */
export async function sealBallot(electionText: string, credential: string, chosen: number): Promise<string> {
  const typed = readPrivateCredential(credential);
  invariant(typed.ok, 'letters hold credentials');
  const made = withElection(await suite(), electionText, createCheckRecord(), (election) => {
    const secret = credentialSecret(election.group, typed.value, election.uuid);
    const choices = [Array.from({ length: options.length + 1 }, (_, i) => (i === chosen ? 1 : 0))];
    return makeBallot(election, secret, choices, (length) => Uint8Array.from(randomBytes(length)));
  });
  invariant(made?.ok === true, 'one option was chosen');
  return made.value.text;
}
