import { canonicalRuleSet, type CountReport } from '@convite/counting';
import type { CountDetails } from '../counting/tasks.ts';
import type { Download } from '../pages/views.ts';
import type { RecountRecord } from '../store.ts';

/** The files of a result, by the last part of their address. */
export const downloadKinds = {
  'ballots.pb': 'ballots',
  'rule.json': 'rule',
  'projects.csv': 'table',
  'datapackage.json': 'data-package',
  'report.json': 'report',
  'transcript.txt': 'transcript',
  'share.txt': 'share',
} as const satisfies Record<string, Download['kind']>;

/** Name under which a file is saved: says whose it is, but for those that name one another. */
export function savedName(part: string, recountHash: string): string {
  return part === 'projects.csv' || part === 'datapackage.json' ? part : `convite-${recountHash.slice(0, 8)}-${part}`;
}

export function downloadsOf(
  address: string,
  { hash, ruleSet }: RecountRecord,
  report: CountReport,
  details: CountDetails,
): readonly Download[] {
  return Object.entries(downloadKinds).map(([part, kind]) => ({
    kind,
    href: `${address}/files/${part}`,
    fileName: savedName(part, hash),
    bytes:
      kind === 'ballots'
        ? details.ballotsFile.bytes
        : kind === 'rule'
          ? Buffer.byteLength(canonicalRuleSet(ruleSet))
          : null,
    sha256: kind === 'ballots' ? details.ballotsFile.sha256 : kind === 'rule' ? report.rule_sha256 : null,
  }));
}
