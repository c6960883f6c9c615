import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/**
 * Passkeys: a key in the person's device, unlocked by finger, face or PIN, that answers for this site alone. Having the
 * device and unlocking it are two proofs in one.
 *
 * Source: Web Authentication, Level 3.
 */

/** Where a passkey is asked for: it belongs to the host and answers for no other. */
export interface PasskeyPlace {
  readonly origin: string;
}

export interface StoredPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
}

/** EdDSA, ECDSA on P-256 and RSA, in the numbers of COSE: what devices have. Asking for the default would try others. */
const algorithms = [-8, -7, -257];

const hostOf = ({ origin }: PasskeyPlace): string => new URL(origin).hostname;

/** What the script of the page hands to the browser to make a passkey. */
export async function registrationOptions(
  place: PasskeyPlace,
  person: { readonly account: string; readonly email: string; readonly name: string },
  challenge: string,
  known: readonly string[],
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Convite',
    rpID: hostOf(place),
    userID: new Uint8Array(Buffer.from(person.account.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
  });
  return JSON.stringify(options);
}

/** The same to sign in: any passkey of this site, whoever it belongs to. */
export async function authenticationOptions(place: PasskeyPlace, challenge: string): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(place),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
  });
  return JSON.stringify(options);
}

const text = z.string().max(20_000);
const credential = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
const registrationForm = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, attestationObject: text }),
});
const authenticationForm = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }),
});
const clientDataForm = z.object({ challenge: text });

/** What the browser answered, read and not yet checked. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  /** The challenge that it says it answers. */
  readonly challenge: string;
  readonly form: unknown;
}

/** Reads an answer of the browser; undefined if it has no form of ours. */
export function readPasskeyAnswer(given: string): PasskeyAnswer | undefined {
  const form = parsed(given);
  const read = z.union([registrationForm, authenticationForm]).safeParse(form);
  if (!read.success) return undefined;
  const { id, response } = read.data;
  const clientData = clientDataForm.safeParse(parsed(Buffer.from(response.clientDataJSON, 'base64url').toString()));
  return clientData.success ? { credentialId: id, challenge: clientData.data.challenge, form } : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The passkey that was made in answer to this challenge at this place, undefined if none was. */
export async function madePasskey(
  place: PasskeyPlace,
  challenge: string,
  answer: PasskeyAnswer,
): Promise<StoredPasskey | undefined> {
  const read = registrationForm.safeParse(answer.form);
  if (!read.success) return undefined;
  const verified = await settled(() =>
    verifyRegistrationResponse({
      response: read.data,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: hostOf(place),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey, counter };
}

/** The new state of the passkey's counter when it answered this challenge at this place, undefined if it did not. */
export async function answeredBy(
  place: PasskeyPlace,
  challenge: string,
  answer: PasskeyAnswer,
  { credentialId, publicKey, counter }: StoredPasskey,
): Promise<number | undefined> {
  const read = authenticationForm.safeParse(answer.form);
  if (!read.success) return undefined;
  const { userHandle, ...response } = read.data.response;
  const verified = await settled(() =>
    verifyAuthenticationResponse({
      response: { ...read.data, response: { ...response, ...(typeof userHandle === 'string' && { userHandle }) } },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: hostOf(place),
      credential: { id: credentialId, publicKey, counter },
      requireUserVerification: true,
    }),
  );
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}

/** The library throws for whatever does not hold in an answer from outside; to us all of it is one refusal. */
async function settled<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
