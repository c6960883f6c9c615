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

/** Makes every check of `convite verify --strict` on the board of a contest, with the side file that its rows give. */
export async function verified({ site, database }: TestSite, contest: string): Promise<Verification> {
  const bytes = Uint8Array.from(await joined(archiveOfRows(site.accounts.database, contest)));
  const groups = await suite();
  const machine = {
    suite: groups,
    sha256: nodeSha256,
    ballotWorkers: (electionText: string) => ballotsHere(groups, electionText),
    progress: () => undefined,
  };
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
  const side =
    first === undefined
      ? undefined
      : sideFile.write({ convite_side: 1, uuid: first.uuid, election_hash: first.fingerprint, sections });
  return await verifyArchive(machine, bytesSource(bytes), { isStrict: true, side });
}
