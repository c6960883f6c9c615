import { err, ok, type Result } from '@convite/kernel';
import { loadScalarCurve } from '../curve/load-scalar-curve.ts';
import { curveGroup } from '../primitives/curve-group.ts';
import { ed25519Group } from '../primitives/ed25519-group.ts';
import { finiteFieldGroup } from '../primitives/finite-field-group.ts';
import { belenios2048, rfc3526Group14 } from '../primitives/finite-field-parameters.ts';
import type { Group } from '../primitives/group.ts';
import type { Randomness } from '../primitives/randomness.ts';
import { portableSha256 } from '../primitives/sha256.ts';
import { type ChoiceRefusal, type Choices, makeBallot } from '../v1/ballot/make-ballot.ts';
import { credentialSecret } from '../v1/credentials/credential-secret.ts';
import { type CredentialRefusal, readPrivateCredential } from '../v1/credentials/private-credential.ts';
import { withElection } from '../v1/election/election.ts';
import { Misread, readText } from '../v1/wire/codec.ts';
import { electionWire } from '../v1/wire/election-wire.ts';

/** What a voter's device is asked to seal. All of it but the election is secret. */
export interface SealRequest {
  /** The election as published, byte for byte. */
  readonly election: string;
  /** The private credential as typed or scanned. */
  readonly credential: string;
  readonly choices: Choices;
}

export interface SealedBallot {
  /** The ballot as it is sent and published. */
  readonly text: string;
  readonly tracker: string;
  /** What did the arithmetic. */
  readonly backend: string;
}

/** Why there is no ballot; nothing in it tells the choices or the credential. */
export type SealRefusal =
  | { readonly type: 'election_unusable'; readonly place: string; readonly message: string }
  | { readonly type: 'credential_unreadable'; readonly refusal: CredentialRefusal }
  | ChoiceRefusal;

/** Seals a ballot, or says why there is none. */
export type SealBallot = (request: SealRequest, random: Randomness) => Promise<Result<SealedBallot, SealRefusal>>;

/**
 * Opens a booth on the voter's device: what it gives reads the election and the credential, encrypts, proves, signs.
 *
 * Source: Belenios specification 2.0, "Ballots". The portable arithmetic is used where the core cannot be: it is loaded
 *   once, so a ballot that is sealed again, after a change of mind, waits for nothing.
 * Hazards: choices, credential and randomness leave the booth only encrypted; that the program itself is honest, no
 *   program can show to its user.
 */
export function openBooth(): SealBallot {
  let loading: Promise<Group> | undefined;
  return async ({ election: text, credential, choices }, random) => {
    const wire = readText(electionWire, text);
    if (wire instanceof Misread) {
      return err({ type: 'election_unusable', place: `election${wire.place}`, message: wire.sentence });
    }
    const typed = readPrivateCredential(credential);
    if (!typed.ok) return err({ type: 'credential_unreadable', refusal: typed.error });
    const group = wire.group === 'Ed25519' ? await (loading ??= loadCurve()) : finiteFieldNamed(wire.group);
    let unusable: SealRefusal = { type: 'election_unusable', place: 'election', message: 'It cannot be read.' };
    const log = {
      made: () => undefined,
      failed: (_: string, place: string, message: string) => {
        unusable = { type: 'election_unusable', place, message };
      },
    };
    const suite = { group: () => group, sha256: portableSha256.sha256 };
    const sealed = withElection(suite, text, log, (election): Result<SealedBallot, SealRefusal> => {
      const secret = credentialSecret(election.group, typed.value, election.uuid);
      const made = makeBallot(election, secret, choices, random);
      return made.ok ? ok({ ...made.value, backend: election.group.backend }) : made;
    });
    return sealed ?? err(unusable);
  };
}

async function loadCurve(): Promise<Group> {
  const core = await loadScalarCurve();
  return core.ok ? curveGroup(core.value) : ed25519Group();
}

/** The finite field of a known name; a name that is not known is refused where the election is read. */
const finiteFieldNamed = (name: string): Group =>
  finiteFieldGroup(name === 'BELENIOS-2048' ? belenios2048 : rfc3526Group14);
