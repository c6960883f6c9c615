import { canonicalJson, err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import { isSeed } from '../lots/draw-lots.ts';

/** A text as people wrote it: well-formed, in one form, so that it has one canonical text. */
const plainText = z
  .string()
  .max(4000)
  .refine((text) => text.isWellFormed() && text.normalize('NFC') === text, 'must be well-formed Unicode in NFC');
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/u, 'must be 64 lower-case hexadecimal digits');
export const wholeNumber = z.int().nonnegative();
/** Money in minor units: text, for there is no number that holds all of it. */
export const minorUnits = z.string().regex(/^(?:0|[1-9][0-9]{0,29})$/u, 'must be a whole number as text');
export const optionNumber = z.int().min(1).max(999);
export const fingerprintText = z.string().regex(/^[A-Za-z0-9+/]{43}$/u, 'must be a fingerprint');
/** What names a contest in paths. */
export const contestId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'must be small letters, digits and -');

// Bounded before they are read by a pattern that repeats a group: on a text of megabytes that would take all of the stack.
const slug = z.string().regex(/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const language = z.string().regex(/^(?=.{2,35}$)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u);

/** A text in each further language of the consultation, as far as it was written: in manifests of version 2. */
const furtherTexts = z.record(language, plainText.min(1));

const code = plainText.min(1).max(60);
const storedFile = z.strictObject({ bytes: wholeNumber, sha256: sha256Text });

const option = z.strictObject({
  number: optionNumber,
  title: plainText.min(1),
  titles: furtherTexts.exactOptional(),
  place: plainText,
  theme: plainText,
  cost: z.union([minorUnits, z.null()]),
  withdrawn: z.boolean(),
});

export const contestStates = ['provisional', 'certified', 'lots_required', 'withheld', 'annulled'] as const;

const contest = z.strictObject({
  id: contestId,
  name: plainText.min(1),
  names: furtherTexts.exactOptional(),
  territory: code,
  state: z.enum(contestStates),
  annulled: z.union([z.strictObject({ reason: plainText.min(1), at: wholeNumber }), z.null()]),
  waiver: z.boolean(),
  most: z.int().min(1).max(1000),
  may_be_blank: z.boolean(),
  envelope: z.union([minorUnits, z.null()]),
  rule: sha256Text,
  options: z.array(option).min(1).max(1000),
  slice: z.union([z.strictObject({ people: wholeNumber, spares: wholeNumber, added: wholeNumber }), z.null()]),
  election: z.union([z.strictObject({ uuid: z.string().min(1).max(100), fingerprint: fingerprintText }), z.null()]),
  archive: z.union([storedFile, z.null()]),
  side: z.union([storedFile, z.null()]),
  outcome: z.union([storedFile, z.null()]),
  lots: z.union([storedFile, z.null()]),
});

const manifest = z.strictObject({
  convite_archive: z.union([z.literal(1), z.literal(2)]),
  consultation: z.strictObject({
    slug,
    title: z.record(language, plainText.min(1)),
    /** In version 2: the first is the one of names and titles, and of the answers that were sealed. */
    languages: z.array(language).min(2).exactOptional(),
    zone: plainText.min(1),
    opens_at: wholeNumber,
    closes_at: wholeNumber,
    currency: z.string().regex(/^[A-Z]{3}$/u),
    decimals: z.int().min(0).max(6),
    roll: z.union([z.strictObject({ version: wholeNumber, entries: wholeNumber, commitment: sha256Text }), z.null()]),
  }),
  lots: z.union([
    z.strictObject({
      seed: z.string().refine(isSeed, 'must be one line in NFC without spaces around it'),
      round: z.int().min(1).max(1000),
      how: plainText.min(1),
      drawn_at: wholeNumber,
    }),
    z.null(),
  ]),
  order: z.union([
    z.strictObject({
      seed: z.string().refine(isSeed, 'must be one line in NFC without spaces around it'),
      how: plainText.min(1),
      drawn_at: wholeNumber,
    }),
    z.null(),
  ]),
  part: z.union([z.strictObject({ whole: sha256Text, roots: z.array(code).min(1) }), z.null()]),
  rules: z.array(sha256Text),
  territories: z.array(z.strictObject({ code, name: plainText.min(1), parent: z.union([code, z.null()]) })),
  contests: z.array(contest),
});

/** What stands in a consultation's archive: docs/spec/consultation-archive.md, B. */
export type Manifest = z.infer<typeof manifest>;
export type ManifestContest = Manifest['contests'][number];
export type ManifestTerritory = Manifest['territories'][number];
export type StoredFile = z.infer<typeof storedFile>;

/** The one text of a manifest, or of any other JSON of the archive but a rule set. */
export const archiveText = (value: Parameters<typeof canonicalJson>[0]): string => `${canonicalJson(value)}\n`;

/** Where a text is not in its form, and why. */
export interface Malformed {
  readonly place: string;
  readonly message: string;
}

/** Reads a text of the archive: JSON of the schema, in its one form. */
export function readArchiveText<T extends Parameters<typeof canonicalJson>[0]>(
  schema: z.ZodType<T>,
  text: string,
): Result<T, readonly Malformed[]> {
  const value = parsedJson(text);
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    return err(parsed.error.issues.map(({ path, message }) => ({ place: path.map(String).join('.'), message })));
  }
  return archiveText(parsed.data) === text
    ? ok(parsed.data)
    : err([{ place: '', message: 'not in canonical form with one line end' }]);
}

/** Reads the manifest; whether its parts fit together is another question: `manifestProblems`. */
export function readManifest(text: string): Result<Manifest, readonly Malformed[]> {
  const read = readArchiveText(manifest, text);
  if (!read.ok) return read;
  const { convite_archive: version, consultation, contests } = read.value;
  const further = [
    consultation.languages,
    ...contests.flatMap(({ names, options }) => [names, ...options.map(({ titles }) => titles)]),
  ];
  return further.every((one) => (one === undefined) === (version === 1))
    ? read
    : err([{ place: '', message: 'languages, names and titles stand in version 2, all of them, and in no other' }]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The one thing that this can mean: it is not JSON. No schema takes undefined.
    return undefined;
  }
}
