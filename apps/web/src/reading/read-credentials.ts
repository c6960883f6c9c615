import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { makeUploadReader, type PlacedUploadProblem, readOrder } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { fileLines } from './file-pieces.ts';

/** The file of public credentials that a registrar brought, and what it is checked against. */
export interface CredentialsFile {
  readonly path: string;
  /** Where the contests are written to, for the database. */
  readonly out: string;
  /** The order that it answers: its text, and its hash. */
  readonly order: string;
  readonly orderHash: string;
}

/** No line that could be right is as long. */
const longestLine = 1_000_000;
const contestsToTell = 50;

/**
 * Reads public credentials line by line, and writes each contest that is complete as one line of JSON: its id, its turn, and
 * its credentials and spares as arrays of PostgreSQL. Holds one contest and no more.
 *
 * @returns what is wrong; nothing, where every line is right.
 */
export async function readCredentials(
  { path, out, order: text, orderHash }: CredentialsFile,
  onContests: (done: number) => void,
): Promise<readonly PlacedUploadProblem[]> {
  const order = readOrder(text);
  invariant(order.ok, 'an order is stored as it was written');
  const { contests } = order.value;
  const reader = makeUploadReader(order.value, orderHash);
  const written = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  for await (const line of fileLines(path, longestLine)) {
    const complete = reader.take(line);
    if (complete === undefined) continue;
    const { contest: turn, credentials, spares } = complete;
    // A credential has digits alone: an array of them needs no quotes.
    const row = [contests[turn]?.id, turn, `{${credentials.join(',')}}`, `{${spares.join(',')}}`];
    if (!written.write(`${JSON.stringify(row)}\n`)) await once(written, 'drain');
    if (turn % contestsToTell === 0) onContests(turn);
  }
  written.end();
  await once(written, 'close');
  return reader.finish();
}
