import type { CeremonyRefusal, GroupName } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { nameInFile } from '../files/name-in-file.ts';

/** What the people agreed on before the ceremony. */
export interface CeremonyPlan {
  readonly group: GroupName;
  readonly threshold: number;
  readonly size: number;
}

export type CeremonyStep = 'certificate' | 'deal' | 'key';

/** A file as it was handed in; `path` is the name under which the person knows it. */
export interface HandedIn<T> {
  readonly path: string;
  readonly file: T;
}

/** Why a step of the ceremony stops. No refusal holds a secret. */
export type StepRefusal =
  | { readonly type: 'threshold_size'; readonly threshold: number; readonly size: number; readonly member: number }
  | { readonly type: 'other_ceremony'; readonly path: string }
  | {
      readonly type: 'file_twice';
      readonly step: CeremonyStep;
      readonly member: number;
      readonly paths: readonly string[];
    }
  /** Members of whom the file of a step is missing, by number. */
  | { readonly type: 'files_missing'; readonly step: CeremonyStep; readonly members: readonly number[] }
  | { readonly type: 'ceremony'; readonly refusal: CeremonyRefusal; readonly names: readonly string[] }
  /** Members whose last file was made from other files than those here. */
  | { readonly type: 'transcripts_differ'; readonly members: readonly string[] };

const prefixes: Readonly<Record<CeremonyStep, string>> = { certificate: '1-certificate', deal: '2-deal', key: '3-key' };

/** How the names of the files of a step begin. */
export const stepPrefix = (step: CeremonyStep): string => `${prefixes[step]}-`;

/** The name of the file that a member hands in at a step. */
export const stepFileName = (step: CeremonyStep, { member, name }: { member: number; name: string }): string =>
  `${stepPrefix(step)}${member}-${nameInFile(name)}.json`;

interface AnyStepFile extends CeremonyPlan {
  readonly member: number;
}

/**
 * The files of a step in the order of the members' numbers: one of each member, and all of one ceremony.
 *
 * @param plan what the asking member agreed to; an observer has none.
 */
export function gatherStep<T extends AnyStepFile>(
  step: CeremonyStep,
  handedIn: readonly HandedIn<T>[],
  plan: CeremonyPlan | undefined,
): Result<readonly T[], StepRefusal> {
  const found = new Map<number, HandedIn<T>>();
  let agreed = plan;
  for (const one of handedIn) {
    const { path, file } = one;
    const { member, group, threshold, size } = file;
    agreed ??= { group, threshold, size };
    if (group !== agreed.group || threshold !== agreed.threshold || size !== agreed.size || member > size) {
      return err({ type: 'other_ceremony', path });
    }
    const other = found.get(member);
    if (other !== undefined) return err({ type: 'file_twice', step, member, paths: [other.path, path] });
    found.set(member, one);
  }
  const members = Array.from({ length: agreed?.size ?? 1 }, (_, i) => i + 1);
  const missing = members.filter((member) => !found.has(member));
  if (missing.length > 0) return err({ type: 'files_missing', step, members: missing });
  return ok(members.flatMap((member) => found.get(member)?.file ?? []));
}
