import {
  type CheckedContest,
  type ConsultationFile,
  contestPath,
  createFindingRecord,
  type ManifestContest,
  protocolFile,
  readConsultation,
  resultProtocol,
} from '@convite/archive';
import { sha256Hex, utf8 } from '@convite/crypto';
import { canonicalJson, invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { open, readFile, writeFile } from 'node:fs/promises';
import { addTotals, type ArchiveIndex, type IndexedContest } from './archive-index.ts';
import type { ContestReport } from './contest-report.ts';
import { withFileSource } from '../../../reading/file-source.ts';
import type { IndexTask, ResultsAnswer } from './tasks.ts';

const hashOf = (bytes: Uint8Array): string => sha256Hex(nodeSha256.sha256(bytes));

/** Writes where everything of a verified archive stands, what pages tell of each contest, and the result protocol. */
export async function indexArchive(task: IndexTask): Promise<ResultsAnswer> {
  const reports = await joinReports(task);
  return await withFileSource(task.path, async (source) => {
    const { file, manifestBytes } = await readConsultation(source, createFindingRecord());
    invariant(file !== undefined && manifestBytes !== undefined, 'an archive that was verified can be read');
    const { manifest, entries } = file;
    /** The bytes of an entry stand behind its header; before the next entry nothing else does. */
    const placeOf = (path: string): { readonly offset: number; readonly bytes: number } | null => {
      const entry = entries.get(path);
      return entry === undefined ? null : { offset: entry.start, bytes: entry.size };
    };
    const text = Buffer.from(manifestBytes);
    const places = contestPlaces(text, manifest.contests);
    const contests = manifest.contests.map((contest, i): IndexedContest => {
      const known = reports.get(contest.id);
      const at = places[i];
      invariant(at !== undefined, 'every contest stands in the manifest');
      return {
        ...{ id: contest.id, territory: contest.territory, state: contest.state },
        ...{ outcomeHash: contest.outcome?.sha256 ?? null, at, head: known?.head ?? null },
        files: {
          archive: placeOf(contestPath(contest, 'archive')),
          side: placeOf(contestPath(contest, 'side')),
          outcome: placeOf(contestPath(contest, 'outcome')),
          lots: placeOf(contestPath(contest, 'lots')),
        },
        report: known?.place ?? null,
      };
    });
    const place = placeOf('manifest.json');
    invariant(place !== null, 'an archive begins with its manifest');
    const checked = await checkedContests(file, reports);
    const manifestSha256 = hashOf(manifestBytes);
    const protocol = utf8(protocolFile(resultProtocol({ ...task.made, manifestSha256, manifest, contests: checked })));
    await writeFile(task.outProtocol, protocol, { flag: 'wx' });
    const index: ArchiveIndex = {
      ...{ convite_index: 1, manifest: place, contests },
      protocol: { bytes: protocol.length, sha256: hashOf(protocol) },
      hasMoney: manifest.contests.some(({ envelope }) => envelope !== null),
      territories: addTotals(task.territories),
    };
    const bytes = utf8(JSON.stringify(index));
    await writeFile(task.outIndex, bytes, { flag: 'wx' });
    return { type: 'indexed', indexHash: hashOf(bytes) };
  });
}

/** What the verification found of each contest: its outcome stands in the archive, for it was the same. */
async function checkedContests(
  { manifest, entries }: ConsultationFile,
  reports: ReadonlyMap<string, KnownReport>,
): Promise<readonly CheckedContest[]> {
  const checked: CheckedContest[] = [];
  for (const contest of manifest.contests) {
    const { board, ballots } = reports.get(contest.id) ?? { board: null, ballots: null };
    const entry = contest.outcome === null ? undefined : entries.get(contestPath(contest, 'outcome'));
    const text = entry === undefined ? undefined : await entry.source.read(0, entry.size);
    checked.push({
      ...{ contest, board: board ?? undefined, ballots: ballots ?? undefined },
      outcome: text === undefined ? undefined : JSON.parse(Buffer.from(text).toString()),
    });
  }
  return checked;
}

/** Where each contest stands in the bytes of a manifest: one behind the other, in their canonical form. */
function contestPlaces(
  manifest: Buffer,
  contests: readonly ManifestContest[],
): readonly { readonly offset: number; readonly bytes: number }[] {
  const opening = '"contests":[';
  let offset = manifest.indexOf(opening) + opening.length;
  return contests.map((contest) => {
    const bytes = utf8(canonicalJson(contest));
    const place = { offset, bytes: bytes.length };
    invariant(manifest.compare(bytes, 0, bytes.length, offset, offset + bytes.length) === 0, 'a manifest is canonical');
    offset += bytes.length + 1;
    return place;
  });
}

interface KnownReport extends Pick<ContestReport, 'head' | 'board' | 'ballots'> {
  readonly place: { readonly offset: number; readonly bytes: number; readonly sha256: string };
}

/** Puts the reports of all shares into one file. */
async function joinReports({ reports, outReports }: IndexTask): Promise<ReadonlyMap<string, KnownReport>> {
  const known = new Map<string, KnownReport>();
  const out = await open(outReports, 'wx', 0o644);
  let offset = 0;
  try {
    for (const path of reports) {
      for (const line of (await readFile(path, 'utf8')).split('\n')) {
        if (line === '') continue;
        const { id, head, board, ballots }: ContestReport = JSON.parse(line);
        const bytes = utf8(line);
        await out.appendFile(bytes);
        known.set(id, { head, board, ballots, place: { offset, bytes: bytes.length, sha256: hashOf(bytes) } });
        offset += bytes.length;
      }
    }
    await out.sync();
  } finally {
    await out.close();
  }
  return known;
}
