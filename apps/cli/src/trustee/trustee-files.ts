import {
  dealWire,
  type DealWire,
  type Group,
  groupNames,
  memberKey,
  type MemberKeyWire,
  Misread,
  proofWire,
  readCeremonySeed,
  signedMessage,
  type SignedMessageWire,
  sideSection,
  type SideSection,
  singleKey,
  type SingleKeyWire,
  type Suite,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import { readForm, warnWhereOpen } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** A part of a file that is in a form of the protocol. */
const wire = <T>(codec: { readonly read: (value: unknown) => T | Misread }) =>
  z.unknown().transform((value, refinement): T => {
    const read = codec.read(value);
    if (!(read instanceof Misread)) return read;
    refinement.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });

const decimal = z.string().regex(/^(?:0|[1-9]\d{0,616})$/u);
const group = z.enum(groupNames);
const number = z.int().min(1).max(10_000);
const name = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** The file with a trustee's secret: the key of one who decrypts alone, or a share. Nobody else sees it. */
export const keyFile = z.strictObject({
  convite_key: z.literal(1),
  kind: z.enum(['single', 'member']),
  group,
  name,
  public_key: z.string(),
  secret: decimal,
});
export type KeyFile = z.infer<typeof keyFile>;

/** What a member of a ceremony keeps to itself until it has its share. */
export const ceremonySecretFile = z.strictObject({
  convite_ceremony_secret: z.literal(1),
  group,
  threshold: number,
  size: number,
  member: number,
  name,
  seed: z.string().refine((text) => readCeremonySeed(text) !== undefined),
});
export type CeremonySecretFile = z.infer<typeof ceremonySecretFile>;

/** The public key of a trustee who decrypts alone. */
export const trusteePublicFile = z.strictObject({
  convite_trustee: z.literal(1),
  group,
  key: wire<SingleKeyWire>(singleKey),
});

const ceremonyHead = { convite_ceremony: z.literal(1), group, threshold: number, size: number, member: number, name };

/** The three files that a member hands in during a ceremony, one for each step. */
export const certificateFile = z.strictObject({
  ...ceremonyHead,
  step: z.literal('certificate'),
  content: wire<SignedMessageWire>(signedMessage),
});
export const dealFile = z.strictObject({
  ...ceremonyHead,
  step: z.literal('deal'),
  /** SHA-256 of all certificates that the member had before it. */
  certificates: hash,
  content: wire<DealWire>(dealWire),
});
export const shareKeyFile = z.strictObject({
  ...ceremonyHead,
  step: z.literal('key'),
  /** SHA-256 of all certificates and all deals that the member had before it. */
  transcript: hash,
  content: wire<MemberKeyWire>(memberKey),
});

/** What a trustee hands in of a rehearsal. */
export const rehearsalFile = z.strictObject({
  convite_rehearsal: z.literal(1),
  /** SHA-256 of the list of trustees. */
  trustees: hash,
  owner: number,
  name,
  date: z.iso.date(),
  factor: z.string(),
  proof: wire(proofWire),
});
export type RehearsalFile = z.infer<typeof rehearsalFile>;

const electionHead = { uuid: z.string(), election_hash: z.string(), owner: number, head: hash };

/** A trustee's shuffle, to be added to the archive. */
export const shuffleFile = z.strictObject({ convite_shuffle: z.literal(1), ...electionHead, shuffle: z.string() });

/** A trustee's partial decryption with its section of the side file; beside the key the same is kept as a record. */
export const decryptionFile = z.strictObject({
  convite_decryption: z.literal(1),
  ...electionHead,
  /** SHA-256 of what was decrypted, in base64. */
  tally: z.string(),
  decryption: z.string(),
  section: wire<SideSection>(sideSection),
});
export type DecryptionFile = z.infer<typeof decryptionFile>;

export const fileText = (value: object): string => `${JSON.stringify(value)}\n`;

/** A trustee's secret as the protocol takes it. */
export interface OwnKey {
  readonly file: KeyFile;
  readonly group: Group;
  readonly secret: bigint;
}

/** Reads a key file and holds the secret against its public key: a damaged file is found out here. */
export async function readKey(context: TaskContext, suite: Suite, path: string): Promise<Result<OwnKey, TaskRefusal>> {
  const read = await readForm(context, path, 'key', keyFile);
  if (!read.ok) return read;
  await warnWhereOpen(context, path);
  const own = suite.group(read.value.group);
  const secret = BigInt(read.value.secret);
  const isSound = secret > 0n && secret < own.q && own.write(own.secretPower(own.g, secret)) === read.value.public_key;
  return isSound ? ok({ file: read.value, group: own, secret }) : err({ type: 'key_damaged', path });
}
