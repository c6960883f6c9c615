import {
  dealWire,
  type DealWire,
  type Group,
  type GroupName,
  groupNames,
  memberKey,
  type MemberKeyWire,
  Misread,
  proofWire,
  type ProofWire,
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
export interface TrusteePublicFile {
  readonly convite_trustee: 1;
  readonly group: GroupName;
  readonly key: SingleKeyWire;
}
export const trusteePublicFile: z.ZodType<TrusteePublicFile> = z.strictObject({
  convite_trustee: z.literal(1),
  group,
  key: wire<SingleKeyWire>(singleKey),
});

/** What every file of a ceremony says of itself: of which ceremony it is, and of whom. */
interface CeremonyHead {
  readonly convite_ceremony: 1;
  readonly group: GroupName;
  readonly threshold: number;
  readonly size: number;
  readonly member: number;
  readonly name: string;
}
const ceremonyHead = { convite_ceremony: z.literal(1), group, threshold: number, size: number, member: number, name };

/** The three files that a member hands in during a ceremony, one for each step. */
export interface CertificateFile extends CeremonyHead {
  readonly step: 'certificate';
  readonly content: SignedMessageWire;
}
export const certificateFile: z.ZodType<CertificateFile> = z.strictObject({
  ...ceremonyHead,
  step: z.literal('certificate'),
  content: wire<SignedMessageWire>(signedMessage),
});

export interface DealFile extends CeremonyHead {
  readonly step: 'deal';
  /** SHA-256 of all certificates that the member had before it. */
  readonly certificates: string;
  readonly content: DealWire;
}
export const dealFile: z.ZodType<DealFile> = z.strictObject({
  ...ceremonyHead,
  step: z.literal('deal'),
  certificates: hash,
  content: wire<DealWire>(dealWire),
});

export interface ShareKeyFile extends CeremonyHead {
  readonly step: 'key';
  /** SHA-256 of all certificates and all deals that the member had before it. */
  readonly transcript: string;
  readonly content: MemberKeyWire;
}
export const shareKeyFile: z.ZodType<ShareKeyFile> = z.strictObject({
  ...ceremonyHead,
  step: z.literal('key'),
  transcript: hash,
  content: wire<MemberKeyWire>(memberKey),
});

/** What a trustee hands in of a rehearsal. */
export interface RehearsalFile {
  readonly convite_rehearsal: 1;
  /** SHA-256 of the list of trustees. */
  readonly trustees: string;
  readonly owner: number;
  readonly name: string;
  readonly date: string;
  readonly factor: string;
  readonly proof: ProofWire;
}
export const rehearsalFile: z.ZodType<RehearsalFile> = z.strictObject({
  convite_rehearsal: z.literal(1),
  trustees: hash,
  owner: number,
  name,
  date: z.iso.date(),
  factor: z.string(),
  proof: wire<ProofWire>(proofWire),
});

/** What every file that goes into an archive says of itself; `head` is the last event that its maker saw. */
interface ElectionHead {
  readonly uuid: string;
  readonly election_hash: string;
  readonly owner: number;
  readonly head: string;
}
const electionHead = { uuid: z.string(), election_hash: z.string(), owner: number, head: hash };

/** A trustee's shuffle, to be added to the archive. */
export interface ShuffleFile extends ElectionHead {
  readonly convite_shuffle: 1;
  readonly shuffle: string;
}
export const shuffleFile: z.ZodType<ShuffleFile> = z.strictObject({
  convite_shuffle: z.literal(1),
  ...electionHead,
  shuffle: z.string(),
});

/** A trustee's partial decryption with its section of the side file; beside the key the same is kept as a record. */
export interface DecryptionFile extends ElectionHead {
  readonly convite_decryption: 1;
  /** SHA-256 of what was decrypted, in base64. */
  readonly tally: string;
  readonly decryption: string;
  readonly section: SideSection;
}
export const decryptionFile: z.ZodType<DecryptionFile> = z.strictObject({
  convite_decryption: z.literal(1),
  ...electionHead,
  tally: z.string(),
  decryption: z.string(),
  section: wire<SideSection>(sideSection),
});

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
