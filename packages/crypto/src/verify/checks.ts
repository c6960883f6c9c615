import { boardChecks, type BoardCheck } from '../board/board-checks.ts';
import { type StrictCheck, strictChecks } from '../strict/strict-checks.ts';
import { type ProtocolCheck, protocolChecks } from '../v1/protocol-checks.ts';

/** Any check of the verifier. */
export type Check = BoardCheck | ProtocolCheck | StrictCheck;

/** All of them, in the order in which an archive is read. */
export const allChecks: readonly Check[] = [...boardChecks, ...protocolChecks, ...strictChecks];

/**
 * The number of each check and its name in a line of a report.
 *
 * Source: docs/spec/ballot-protocol.md has the same numbers. A number is never given to another check.
 */
export const numberedChecks = {
  'container.header': { number: 1, name: 'header of the archive' },
  'container.records': { number: 2, name: 'form of every record' },
  'container.hashes': { number: 3, name: 'hash of every record' },
  'container.timestamps': { number: 4, name: 'one timestamp' },
  'chain.form': { number: 5, name: 'form of every event' },
  'chain.links': { number: 6, name: 'chain of events' },
  'chain.payloads': { number: 7, name: 'contents of every event' },
  'chain.wrappers': { number: 8, name: 'form of the tying records' },
  'chain.order': { number: 9, name: 'order of events' },
  'earlier.extends': { number: 10, name: 'goes on from the earlier archive' },
  'election.form': { number: 20, name: 'form of the election' },
  'election.questions': { number: 21, name: 'questions' },
  'election.key': { number: 22, name: 'election key' },
  'trustees.form': { number: 30, name: 'form of the trustees' },
  'trustees.keys': { number: 31, name: 'trustees’ keys' },
  'trustees.knowledge': { number: 32, name: 'trustees know their keys' },
  'trustees.certificates': { number: 33, name: 'certificates of the ceremony' },
  'trustees.coefficients': { number: 34, name: 'polynomials of the ceremony' },
  'trustees.confirmations': { number: 35, name: 'confirmations of the ceremony' },
  'trustees.shares': { number: 36, name: 'shares of the ceremony' },
  'trustees.ownership': { number: 37, name: 'keys signed by their owners' },
  'credentials.form': { number: 40, name: 'form of the credentials' },
  'credentials.members': { number: 41, name: 'credentials are members' },
  'credentials.distinct': { number: 42, name: 'credentials are distinct' },
  'credentials.weights': { number: 43, name: 'weights of the voters' },
  'ballot.form': { number: 50, name: 'form of every ballot' },
  'ballot.canonical': { number: 51, name: 'canonical ballots' },
  'ballot.election': { number: 52, name: 'ballots of this election' },
  'ballot.credential': { number: 53, name: 'ballots of listed credentials' },
  'ballot.unique': { number: 54, name: 'no ballot twice' },
  'ballot.answers': { number: 55, name: 'answers fit the questions' },
  'ballot.numbers': { number: 56, name: 'numbers of ballots' },
  'ballot.members': { number: 57, name: 'elements of ballots' },
  'ballot.hash': { number: 58, name: 'signed hash of ballots' },
  'ballot.signature': { number: 59, name: 'signatures of ballots' },
  'ballot.choices': { number: 60, name: 'each choice 0 or 1' },
  'ballot.limits': { number: 61, name: 'number of choices' },
  'ballot.blank': { number: 62, name: 'blank or not' },
  'ballot.blank_limits': { number: 63, name: 'number of choices, or blank' },
  'ballot.knowledge': { number: 64, name: 'mixed answers are their voters’ own' },
  'tally.form': { number: 70, name: 'form of the encrypted tally' },
  'tally.ciphertexts': { number: 71, name: 'encrypted tally' },
  'tally.count': { number: 72, name: 'number of counted ballots' },
  'tally.weight': { number: 73, name: 'sum of weights' },
  'shuffle.form': { number: 80, name: 'form of shuffles' },
  'shuffle.owners': { number: 81, name: 'who shuffled' },
  'shuffle.numbers': { number: 82, name: 'numbers of shuffles' },
  'shuffle.members': { number: 83, name: 'elements of shuffles' },
  'shuffle.t1': { number: 84, name: 'shuffle equation 1' },
  'shuffle.t2': { number: 85, name: 'shuffle equation 2' },
  'shuffle.t3': { number: 86, name: 'shuffle equation 3' },
  'shuffle.t4': { number: 87, name: 'shuffle equation 4' },
  'shuffle.t_hat': { number: 88, name: 'shuffle equations 5' },
  'decryption.form': { number: 90, name: 'form of decryptions' },
  'decryption.owners': { number: 91, name: 'who decrypted' },
  'decryption.numbers': { number: 92, name: 'numbers of decryptions' },
  'decryption.members': { number: 93, name: 'decryption factors are members' },
  'decryption.proofs': { number: 94, name: 'decryption proofs' },
  'decryption.enough': { number: 95, name: 'enough decryptions' },
  'result.form': { number: 100, name: 'form of the result' },
  'result.totals': { number: 101, name: 'totals' },
  'result.ballots': { number: 102, name: 'decrypted ballots' },
  'result.encoding': { number: 103, name: 'canonical plaintexts' },
  'strict.policy': { number: 110, name: 'declared policy' },
  'strict.canonical': { number: 111, name: 'canonical setup' },
  'strict.trustees': { number: 112, name: 'complete key ceremonies' },
  'strict.layouts': { number: 113, name: 'layouts of mixed questions' },
  'strict.shuffles': { number: 114, name: 'who must shuffle' },
  'side.form': { number: 120, name: 'form of the side file' },
  'side.election': { number: 121, name: 'side file of this election' },
  'side.sections': { number: 122, name: 'side file of these decryptions' },
  'side.proofs': { number: 123, name: 'strong decryption proofs' },
} as const satisfies Record<Check, { readonly number: number; readonly name: string }>;
