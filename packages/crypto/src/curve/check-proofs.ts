import { invariant } from '@convite/kernel';
import type { KeyedSession } from './keyed-session.ts';
import type { ProofToCheck, ProofVerdict, Statement } from './curve.ts';
import type { Mailbox } from './mailbox.ts';
import { POINT_BYTES, type Points } from './points.ts';
import { cutTexts } from './point-batches.ts';

const STATEMENT = 28;
const TRANSCRIPT = 28;
const COMMA = 44;

/** Where the statements of a call stand: their records, pairs and commitments one after the other. */
interface LaidStatements {
  readonly count: number;
  readonly commitments: number;
  readonly records: number;
  readonly pairs: number;
  readonly texts: number;
  fill(): void;
  /** The answer about the membership of one statement. */
  isMember(index: number): boolean;
}

/** Lays out statements, and says how to fill them in once the mailbox is open. */
function layStatements(session: KeyedSession, mailbox: Mailbox, statements: readonly Statement[]): LaidStatements {
  const values = statements.reduce((sum, statement) => sum + statement.values.length, 0);
  const records = mailbox.room(STATEMENT * statements.length);
  const ciphertexts = mailbox.room(2 * POINT_BYTES * statements.length);
  const words = mailbox.room(4 * values);
  const pairs = mailbox.room(64 * values);
  const points = mailbox.room(2 * POINT_BYTES * values);
  const encodings = mailbox.room(64 * values);
  const texts = mailbox.room(130 * values);
  return {
    count: statements.length,
    commitments: 2 * values,
    records,
    pairs,
    texts,
    fill() {
      let before = 0;
      for (const [i, { ciphertext, values: numbers, pairs: scalars, membership }] of statements.entries()) {
        const k = numbers.length;
        invariant(
          ciphertext.length === 2 * POINT_BYTES && scalars.length === 64 * k,
          'two points, a pair for each value',
        );
        const alpha = ciphertexts + 2 * POINT_BYTES * i;
        mailbox.put(alpha, ciphertext);
        mailbox.put(pairs + 64 * before, scalars);
        mailbox.putWords(words + 4 * before, numbers);
        mailbox.putWords(records + STATEMENT * i, [
          alpha,
          alpha + POINT_BYTES,
          k,
          words + 4 * before,
          pairs + 64 * before,
          points + 2 * POINT_BYTES * before,
          membership === 'check' ? 1 : 0,
        ]);
        before += k;
      }
      session.operations.commitStatements(records, statements.length);
      session.operations.scalar.encodePoints(encodings, points, 2 * values);
      session.operations.scalar.writeTexts(texts, encodings, 2 * values, COMMA);
    },
    isMember: (index) => mailbox.takeWord(records + STATEMENT * index + 24) === 1,
  };
}

export function commitments(
  session: KeyedSession,
  key: Points,
  statements: readonly Statement[],
): readonly (readonly string[] | undefined)[] {
  session.useWide(key);
  const mailbox = session.mailbox();
  const laid = layStatements(session, mailbox, statements);
  mailbox.open();
  laid.fill();
  const joined = mailbox.takeText(laid.texts, 65 * laid.commitments);
  let before = 0;
  return statements.map(({ values }, i) => {
    const from = before;
    before += 2 * values.length;
    return laid.isMember(i) ? cutTexts(joined, from, before) : undefined;
  });
}

export function checkProofs(
  session: KeyedSession,
  key: Points,
  proofs: readonly ProofToCheck[],
): readonly ProofVerdict[] {
  session.useWide(key);
  const mailbox = session.mailbox();
  const laid = layStatements(
    session,
    mailbox,
    proofs.flatMap((proof) => proof.statements),
  );
  const transcripts = mailbox.room(TRANSCRIPT * proofs.length);
  const placed = proofs.map((proof) => ({ ...proof, at: mailbox.room(3 * proof.prefix.length) }));
  mailbox.open();
  laid.fill();
  let before = 0;
  for (const [i, { prefix, statements, at }] of placed.entries()) {
    const values = statements.reduce((sum, statement) => sum + statement.values.length, 0);
    mailbox.putWords(transcripts + TRANSCRIPT * i, [
      at,
      mailbox.putText(at, prefix, 3 * prefix.length),
      laid.texts + 130 * before,
      2 * values,
      laid.pairs + 64 * before,
      values,
    ]);
    before += values;
  }
  session.operations.scalar.checkTranscripts(transcripts, proofs.length);
  let statement = 0;
  return proofs.map(({ statements }, i) => {
    const from = statement;
    statement += statements.length;
    if (!statements.every((_, j) => laid.isMember(from + j))) return 'not_member';
    return mailbox.takeWord(transcripts + TRANSCRIPT * i + 24) === 1 ? 'holds' : 'wrong_challenge';
  });
}
