import type { ArchiveReading } from '@convite/crypto';
import type { ToldElection } from './read-election.ts';

/** An election as its archive tells it, for a page. */
export interface InspectedArchive extends ToldElection {
  readonly reading: Extract<ArchiveReading, { readonly ok: true }>;
  readonly bytes: number;
  readonly allEvents: boolean;
  readonly verifyCommand: string;
}
