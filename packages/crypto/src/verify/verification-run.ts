import type { Election } from '../v1/election/election.ts';
import type { VerifiedTrustees } from '../v1/trustees/verified-trustees.ts';
import type { CheckRecord } from './check-record.ts';
import type { ArchiveContents } from './contents.ts';
import type { VerifierMachine } from './verifier-machine.ts';

/** All that the steps of one verification share. */
export interface Run<E> {
  readonly machine: VerifierMachine;
  readonly contents: ArchiveContents;
  readonly record: CheckRecord;
  readonly election: Election<E>;
  readonly electionText: string;
  readonly trusteesText: string;
  readonly trustees: VerifiedTrustees | undefined;
}
