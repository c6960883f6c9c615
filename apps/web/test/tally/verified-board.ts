import {
  ballotsHere,
  bytesSource,
  Misread,
  readText,
  sideFile,
  sideSection,
  type Verification,
  verifyArchive,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { archiveOfRows } from '../../src/features/ballots/index.ts';
import { joined } from '../ballots/board-bytes.ts';
import { suite } from '../ballots/sealed-election.ts';
import type { TestSite } from '../open-test-site.ts';

/** The archive of a contest and the side file that its rows give. */
export async function boardFiles(
  { site, database }: TestSite,
  contest: string,
): Promise<{ readonly archive: Uint8Array; readonly side: string | undefined }> {
  const archive = Uint8Array.from(await joined(archiveOfRows(site.accounts.database, contest)));
  const { rows } = await database.pool.query(
    `select e.uuid, e.fingerprint, p.section from elections e join tally_parts p on p.contest_id = e.contest_id
     where e.contest_id = $1 and p.kind = 'decryption' order by p.place`,
    [contest],
  );
  const sections = rows.map(({ section }) => {
    const read = readText(sideSection, String(section));
    invariant(!(read instanceof Misread), 'sections are stored in their form');
    return read;
  });
  const [first] = rows;
  if (first === undefined) return { archive, side: undefined };
  const { uuid, fingerprint } = first;
  return { archive, side: sideFile.write({ convite_side: 1, uuid, election_hash: fingerprint, sections }) };
}

/** Makes every check of `convite verify --strict` on the board of a contest. */
export async function verified(site: TestSite, contest: string): Promise<Verification> {
  const { archive, side } = await boardFiles(site, contest);
  const groups = await suite();
  const machine = {
    suite: groups,
    sha256: nodeSha256,
    ballotWorkers: (electionText: string) => ballotsHere(groups, electionText),
    progress: () => undefined,
  };
  return await verifyArchive(machine, bytesSource(archive), { isStrict: true, side });
}
