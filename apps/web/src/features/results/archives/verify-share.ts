import {
  type ConsultationFile,
  type ContestVerdict,
  type CountedArchive,
  verifyConsultation,
  verifyContest,
} from '@convite/archive';
import { nodeSha256 } from '@convite/machine';
import { type FileHandle, open } from 'node:fs/promises';
import { type ContestReport, contestReport, isLater } from './contest-report.ts';
import { withFileSource } from '../../../reading/file-source.ts';
import { switchesKey } from './switches.ts';
import type { ResultsAnswer, VerifyTask } from './tasks.ts';
import { verifyingMachine } from './verifying-machine.ts';

type LargeContest = Extract<ResultsAnswer, { readonly type: 'verified' }>['later'][number];

/** Findings that are kept of very many. */
const mostFindings = 50;

/**
 * Makes every check of `convite verify` on container and manifest, and on a share of the contests; writes beside it what
 * pages tell of each of these. All shares accepted is the archive accepted.
 */
export async function verifyShare(
  { path, share, of, reports, mostSearchWork }: VerifyTask,
  tell: (done: number) => void,
): Promise<Extract<ResultsAnswer, { readonly type: 'verified' }>> {
  const out = await open(reports, 'wx', 0o600);
  const later: LargeContest[] = [];
  try {
    const verification = await withFileSource(path, (source) =>
      verifyConsultation(
        {
          sha256: nodeSha256,
          progress: () => undefined,
          verifyContests: (file) => verifyEvery(file, { share, of, out, later, mostSearchWork, tell }),
        },
        source,
      ),
    );
    return {
      type: 'verified',
      answer: verification.answer,
      manifestHash: verification.manifestSha256,
      findings: verification.findings.slice(0, mostFindings),
      territories: verification.territories,
      later,
    };
  } finally {
    await out.close();
  }
}

async function verifyEvery(
  file: ConsultationFile,
  {
    share,
    of,
    out,
    later,
    mostSearchWork,
    tell,
  }: Pick<VerifyTask, 'share' | 'of' | 'mostSearchWork'> & {
    readonly out: FileHandle;
    /** Takes the contests whose switches are looked for afterwards. */
    readonly later: LargeContest[];
    readonly tell: (done: number) => void;
  },
): Promise<readonly ContestVerdict[]> {
  const machine = await verifyingMachine();
  const verdicts: ContestVerdict[] = [];
  for (const contest of file.manifest.contests.filter((_, i) => i % of === share)) {
    let seen: CountedArchive | undefined;
    verdicts.push(await verifyContest(machine, file, contest, (counted) => (seen = counted)));
    if (seen !== undefined && contest.state !== 'annulled') {
      const report = contestReport(contest, seen, mostSearchWork);
      await out.appendFile(`${JSON.stringify(report)}\n`);
      if (isLater(report.switches)) {
        const key = switchesKey(contest, file.manifest.consultation.decimals);
        later.push({ contest: contest.id, key, options: report.switches.later });
      }
    } else if (seen !== undefined) {
      const report: ContestReport = {
        ...{ id: contest.id, head: seen.verification.head ?? null, board: seen.board ?? null },
        ...{ ballots: null, spoilt: 0, opened: null, report: null, supporters: null, switches: null },
      };
      await out.appendFile(`${JSON.stringify(report)}\n`);
    }
    tell(verdicts.length);
  }
  return verdicts;
}
