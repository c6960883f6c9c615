import {
  type CheckFailure,
  checkShufflers,
  combinationOf,
  combineFactors,
  createCheckRecord,
  type DecryptionStatement,
  type Election,
  encryptedTally,
  type Factors,
  makeResult,
  Misread,
  plaintexts,
  readProof,
  readTally,
  readText,
  type SideSection,
  sideSection,
  shuffleWire,
  strongProofHolds,
  type Suite,
  type Tally,
  verifyDecryption,
  type VerifiedTrustees,
  verifyShuffle,
  verifyTrustees,
  withElection,
  withMixedPart,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { hash } from 'node:crypto';

/** The first check that fails, and where. */
export type PlacedFailure = Pick<CheckFailure, 'place' | 'message'> & { readonly check: string };

/** What stands on the board of a contest, as far as the next part of its count hangs on it. All of it was checked before. */
export interface CountBasis {
  readonly uuid: string;
  readonly fingerprint: string;
  readonly electionText: string;
  readonly trusteesText: string;
  /** SHA-256 of the last event before the first decryption. */
  readonly head: string;
  /** Payload of the encrypted tally, and the weight of all ballots in it. */
  readonly tally: string;
  readonly weight: bigint;
  /** Who has shuffled, in their order, and the payload of the last. */
  readonly shufflers: readonly number[];
  readonly lastShuffle: string | undefined;
  /** The decryptions so far. */
  readonly decryptions: readonly { readonly owner: number; readonly payload: string }[];
}

/** Lists of trustees that were checked, by their texts: those of all contests of a consultation are one. */
export type TrusteeLists = Map<string, VerifiedTrustees>;

type Verdict<T> = Result<T, PlacedFailure>;

/** Does something with the election and the trustees of a board. */
function onBoard<T>(
  suite: Suite,
  lists: TrusteeLists,
  { electionText, trusteesText }: CountBasis,
  use: <E>(election: Election<E>, trustees: VerifiedTrustees) => Verdict<T>,
): Verdict<T> {
  const done = withElection(suite, electionText, createCheckRecord(), (election) => {
    const trustees = lists.get(trusteesText) ?? verifyTrustees(election.group, trusteesText, createCheckRecord());
    invariant(trustees !== undefined, 'the trustees of a board were checked when it was set up');
    lists.clear();
    lists.set(trusteesText, trustees);
    return use(election, trustees);
  });
  invariant(done !== undefined, 'the election of a board was checked when it was set up');
  return done;
}

const failed = (check: string, place: string, message: string): Result<never, PlacedFailure> =>
  err({ check, place, message });

/** What is shuffled next, or decrypted: the encrypted tally with the outputs of the last shuffle. */
function currentTally<E>(election: Election<E>, { tally: text, lastShuffle }: CountBasis): Tally {
  const record = createCheckRecord();
  const tally = readTally(election.group, text, record);
  invariant(tally !== undefined, 'the tally of a board can be read');
  if (lastShuffle === undefined) return tally;
  const shuffle = readText(shuffleWire, lastShuffle);
  invariant(!(shuffle instanceof Misread), 'the shuffles of a board can be read');
  const outputs = readTally(election.group, encryptedTally.write(shuffle.ciphertexts), record);
  invariant(outputs !== undefined, 'the shuffles of a board hold members');
  return withMixedPart(election, tally, outputs);
}

/** Checks a shuffle as the verifier does. @returns whether those who must have shuffled with it. */
export const verifyShufflePart = (
  suite: Suite,
  lists: TrusteeLists,
  basis: CountBasis,
  { owner, payload }: { readonly owner: number; readonly payload: string },
): Verdict<{ readonly endsShuffles: boolean }> =>
  onBoard(suite, lists, basis, (election, trustees) => {
    if (trustees.trustees[owner - 1] === undefined)
      return failed('shuffle.owners', 'shuffle', `There is no trustee ${owner}.`);
    const record = createCheckRecord();
    const next = verifyShuffle(election, currentTally(election, basis), payload, 'shuffle', record);
    const [failure] = record.totals().failures;
    if (failure !== undefined) return err(failure);
    invariant(next !== undefined, 'a shuffle that does not hold fails a check');
    const policy = createCheckRecord();
    checkShufflers(election, trustees, new Set([...basis.shufflers, owner]), true, policy);
    return ok({ endsShuffles: policy.totals().failures.length === 0 });
  });

/** Checks a partial decryption and its strong proof as the verifier does, and opens the tally where it is the last needed. */
export const verifyDecryptionPart = (
  suite: Suite,
  lists: TrusteeLists,
  basis: CountBasis,
  { owner, payload, section }: { readonly owner: number; readonly payload: string; readonly section: SideSection },
): Verdict<{ readonly section: string; readonly result: string | undefined }> =>
  onBoard(suite, lists, basis, (election, trustees) => {
    const X = trustees.trustees[owner - 1]?.key;
    if (X === undefined) return failed('decryption.owners', 'decryption', `There is no trustee ${owner}.`);
    const tally = currentTally(election, basis);
    const record = createCheckRecord();
    const factors = verifyDecryption(election, X, tally, payload, 'decryption', record);
    const [failure] = record.totals().failures;
    if (failure !== undefined) return err(failure);
    invariant(factors !== undefined, 'a decryption that does not hold fails a check');
    const statement: DecryptionStatement = {
      head: basis.head,
      owner,
      X,
      decryption: hash('sha256', payload),
      tally,
      factors,
    };
    const unproven = whyUnproven(election, statement, section);
    if (unproven !== undefined) return failed(unproven, 'side file', 'The section is not that of this decryption.');
    const result = resultOf(election, trustees, basis, tally, { owner, factors });
    return result.ok ? ok({ section: sideSection.write(section), result: result.value }) : result;
  });

function whyUnproven<E>(
  election: Election<E>,
  statement: DecryptionStatement,
  section: SideSection,
): string | undefined {
  const { owner, head, decryption } = statement;
  if (section.owner !== owner || section.head !== head || section.decryption !== decryption) return 'side.sections';
  const proof = readProof(election.group, section.proof);
  return proof !== undefined && strongProofHolds(election, statement, proof) ? undefined : 'side.proofs';
}

/** The result of these decryptions and one more; undefined while some are missing. */
function resultOf<E>(
  election: Election<E>,
  trustees: VerifiedTrustees,
  { decryptions, weight }: CountBasis,
  tally: Tally,
  own: { readonly owner: number; readonly factors: Factors },
): Verdict<string | undefined> {
  const shares = combinationOf(trustees, new Set([...decryptions.map(({ owner }) => owner), own.owner]));
  if (!shares.ok) return ok(undefined);
  const factors = new Map([[own.owner, own.factors]]);
  for (const { owner, payload } of decryptions) {
    const key = trustees.trustees[owner - 1]?.key;
    const earlier =
      key === undefined ? undefined : verifyDecryption(election, key, tally, payload, '', createCheckRecord());
    invariant(earlier !== undefined, 'the decryptions of a board hold');
    factors.set(owner, earlier);
  }
  const combined = tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  const made = makeResult(election, plaintexts(election.group, tally, combined), weight);
  if (made.ok) return ok(made.value);
  return failed(
    'result.totals',
    `result[${made.error.question}][${made.error.index}]`,
    'No total fits what was opened.',
  );
}
