import { groupBallot, type Profile } from '../model/profile.ts';
import type { PabulibFile } from './pabulib-file.ts';
import { ProblemLog } from './problem-log.ts';
import { readSections } from './read-sections.ts';
import { RecordScanner } from './record-scanner.ts';
import { TextEdit } from './text-edit.ts';
import { writeRecord } from './write-pabulib.ts';

/**
 * The text of the file with nothing left in VOTES but the votes: no age, sex, place or channel, and running numbers in
 * the canonical order of the groups instead of voter ids, blank ballots last. META and PROJECTS stay as they are.
 *
 * A file with weights becomes one record for each group of equal ballots, and `num_votes` is their number.
 * Reading the text gives the same profile.
 * Hazards: whoever knows how somebody voted on many projects may still recognise the ballot.
 */
export function withoutVoters(file: PabulibFile): string {
  const text = new TextEdit(file.source);
  let lineEnd = '\n';
  let weighted = false;
  let records: readonly string[] = [];
  const scanner = new RecordScanner(file.source, () => undefined);
  readSections(scanner, new ProblemLog(), {
    header(section, columns) {
      if (section !== 'VOTES') return;
      weighted = columns.has('weight');
      lineEnd = file.source.slice(scanner.start, scanner.end).endsWith('\r\n') ? '\r\n' : '\n';
      records = ballotRecords(file, weighted);
      text.remove(scanner);
    },
    record(section, record) {
      if (section === 'VOTES') text.remove(record);
    },
    end: () => undefined,
  });
  const stated = weighted ? restated(text.finish(), records.length - 1) : text.finish();
  return stated + records.map((record) => record + lineEnd).join('');
}

/** Corrects `num_votes`, which counts records. */
function restated(source: string, records: number): string {
  const text = new TextEdit(source);
  readSections(new RecordScanner(source, () => undefined), new ProblemLog(), {
    header: () => undefined,
    record(section, record) {
      const isCount = section === 'META' && record.cell(0).toLowerCase() === 'num_votes';
      if (isCount) text.replaceCells(record, new Map([[1, String(records)]]));
    },
    end: () => undefined,
  });
  return text.finish();
}

function ballotRecords({ instance, profile }: PabulibFile, weighted: boolean): readonly string[] {
  const hasPoints = profile.points !== undefined;
  const header = ['voter_id', 'vote', ...(hasPoints ? ['points'] : []), ...(weighted ? ['weight'] : [])];
  const records = [writeRecord(header)];
  const write = (vote: string, points: string, votes: number) => {
    const ballot = (weight: readonly string[]) =>
      writeRecord([String(records.length), vote, ...(hasPoints ? [points] : []), ...weight]);
    if (weighted) records.push(ballot([String(votes)]));
    else for (let i = 0; i < votes; i++) records.push(ballot([]));
  };
  for (const { choices, points, weight } of groupsOf(profile)) {
    const ids = choices.map((choice) => instance.projects[choice]?.id ?? '');
    write(ids.join(','), points?.join(',') ?? '', weight);
  }
  if (profile.blank > 0) write('', '', profile.blank);
  return records;
}

const groupsOf = (profile: Profile) => Array.from({ length: profile.groups }, (_, g) => groupBallot(profile, g));
