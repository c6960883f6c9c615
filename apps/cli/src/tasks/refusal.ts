import type { CeremonyRefusal, CheckFailure, ElectionRefusal, ElectionState, WordsRefusal } from '@convite/crypto';
import type { CredentialRefusal } from '@convite/crypto';
import type { CodeDifference, ListProblem, PeopleRefusal, PublishedRefusal, SpareRefusal } from '@convite/registrar';
import type { CeremonyStep, ElectionTask, PackFault } from '@convite/trustee';
import type { InputFault } from '../count/read-input.ts';
import type { RollProblem } from '../registrar/read-roll.ts';
import type { OutFault } from '../simulate/out-folder.ts';

/** What a file handed to one of the offline tools is supposed to be. */
export type FileKind =
  | 'election'
  | 'trustees'
  | 'credentials'
  | 'key'
  | 'ceremony_secret'
  | 'trustee_public'
  | 'certificate'
  | 'deal'
  | 'share_key'
  | 'rehearsal'
  | 'payload'
  | 'side'
  | 'private_list'
  | 'published'
  | 'template'
  | 'choices'
  | 'simulation'
  | 'own_shuffle'
  | 'record'
  | 'order'
  | 'salt';

/** How many checks fail, and the first of the failures. */
export interface FailedChecks {
  readonly failed: number;
  readonly first: readonly CheckFailure[];
}

/** Why one of the offline tools stops, having written nothing. No refusal holds a secret. */
export type TaskRefusal =
  | { readonly type: 'input'; readonly path: string; readonly fault: InputFault }
  /** A file is not of the kind that it should be; `place` says where in it, where that is known. */
  | { readonly type: 'malformed'; readonly path: string; readonly kind: FileKind; readonly place: string }
  | { readonly type: 'exists'; readonly path: string }
  | { readonly type: 'unwritable'; readonly path: string; readonly code: string }
  | { readonly type: 'out_folder'; readonly path: string; readonly fault: OutFault }
  | { readonly type: 'changed'; readonly path: string }
  | { readonly type: 'not_an_archive'; readonly path: string }
  /** Checks that fail on an archive, or would if it went on so. */
  | ({ readonly type: 'archive_refused'; readonly path: string; readonly verify: string } & FailedChecks)
  /** What others made is refused before it enters an archive: the archive stays as it was. */
  | ({ readonly type: 'addition_refused' } & FailedChecks)
  | { readonly type: 'simulation'; readonly path: string }
  /** The election does not stand where the task belongs. */
  | { readonly type: 'wrong_state'; readonly state: ElectionState; readonly task: ElectionTask }
  | { readonly type: 'nothing_mixed' }
  | { readonly type: 'not_a_trustee'; readonly path: string }
  | { readonly type: 'already_done'; readonly task: 'shuffle' | 'decrypt'; readonly owner: number }
  /** The policy on shuffles is not kept: trustees who must shuffle and have not, and how many have at all. */
  | { readonly type: 'shuffles_missing'; readonly mandatory: readonly number[]; readonly shuffled: number }
  /** The key has decrypted something else of this election already. */
  | { readonly type: 'decrypted_otherwise'; readonly uuid: string; readonly record: string }
  /** The archive says of a shuffle that this trustee made it; `made` are the shuffles that this key is known to have made. */
  | {
      readonly type: 'shuffle_not_own';
      readonly path: string;
      readonly owner: number;
      readonly height: number;
      readonly made: number;
    }
  /** What a trustee downloaded is not in its form, or has nothing in it that can be used. */
  | { readonly type: 'work_refused'; readonly path: string; readonly fault: PackFault }
  | { readonly type: 'work_unusable'; readonly path: string }
  | { readonly type: 'dealt_otherwise'; readonly record: string }
  | { readonly type: 'other_group'; readonly path: string; readonly expected: string; readonly found: string }
  | { readonly type: 'key_damaged'; readonly path: string }
  | { readonly type: 'name_unusable' }
  | { readonly type: 'secret_in_shared_folder'; readonly folder: string }
  /** Members of whom a file of a step is missing, by number. */
  | {
      readonly type: 'files_missing';
      readonly folder: string;
      readonly step: CeremonyStep;
      readonly members: readonly number[];
    }
  | {
      readonly type: 'file_twice';
      readonly step: CeremonyStep;
      readonly member: number;
      readonly paths: readonly string[];
    }
  | { readonly type: 'other_ceremony'; readonly path: string }
  | { readonly type: 'ceremony'; readonly refusal: CeremonyRefusal; readonly names: readonly string[] }
  /** Members whose last file was made from other deals than those here. */
  | { readonly type: 'transcripts_differ'; readonly members: readonly string[] }
  | { readonly type: 'trustees_refused'; readonly failures: readonly CheckFailure[] }
  | { readonly type: 'no_trustees' }
  | { readonly type: 'rehearsal_failed'; readonly path: string }
  | { readonly type: 'threshold_size'; readonly threshold: number; readonly size: number; readonly member: number }
  | { readonly type: 'too_few_media'; readonly found: number }
  | { readonly type: 'copy_differs'; readonly path: string }
  | { readonly type: 'words'; readonly refusal: WordsRefusal }
  /** The words are sound, but those of no key that is looked for; `word` is probably the wrong one. */
  | { readonly type: 'words_of_no_key'; readonly word: number | undefined }
  | { readonly type: 'roll'; readonly path: string; readonly problems: readonly RollProblem[] }
  /** Not the frozen roll, or none that can be read. */
  | { readonly type: 'people'; readonly path: string; readonly refusal: PeopleRefusal }
  | SpareRefusal
  /** A private list that is not one of its order. */
  | { readonly type: 'code_list'; readonly path: string; readonly problems: readonly ListProblem[] }
  | {
      readonly type: 'codes_differ';
      readonly folder: string;
      readonly differences: readonly CodeDifference[];
      readonly names: readonly string[];
    }
  | { readonly type: 'other_order'; readonly path: string }
  | { readonly type: 'published'; readonly path: string; readonly refusal: PublishedRefusal }
  | { readonly type: 'election_or_uuid' }
  | { readonly type: 'bad_uuid' }
  | { readonly type: 'weights_too_large'; readonly most: string; readonly found: string }
  | { readonly type: 'weights_with_mixed'; readonly line: number }
  | { readonly type: 'too_many_credentials'; readonly most: number; readonly found: number }
  | { readonly type: 'credential_line'; readonly line: number; readonly refusal: CredentialRefusal }
  | { readonly type: 'credentials_differ'; readonly missing: number; readonly surplus: number; readonly path: string }
  | { readonly type: 'credential_unlisted' }
  | { readonly type: 'archive_or_election' }
  | { readonly type: 'choices_or_choose' }
  | { readonly type: 'choices'; readonly question: number; readonly asked: AskedChoices }
  | { readonly type: 'choices_length'; readonly expected: number; readonly found: number }
  | { readonly type: 'input_ended' }
  | { readonly type: 'tracker_form' }
  | { readonly type: 'tracker_ambiguous'; readonly found: number }
  | { readonly type: 'tracker_absent'; readonly path: string }
  | { readonly type: 'template_election'; readonly refusal: ElectionRefusal }
  | { readonly type: 'other_election'; readonly path: string }
  | { readonly type: 'no_total'; readonly question: number }
  | { readonly type: 'decryptions_missing'; readonly needed: number; readonly owners: readonly number[] };

/** What choices a question takes. */
export type AskedChoices =
  | {
      readonly kind: 'totals';
      readonly count: number;
      readonly min: number;
      readonly max: number;
      readonly blank: boolean;
    }
  | { readonly kind: 'numbers'; readonly count: number };

/** Refusals that speak about what others made, not about this command line or this machine: exit 1, the others 2. */
export const isJudgement = ({ type }: TaskRefusal): boolean => judgements.has(type);

const judgements: ReadonlySet<TaskRefusal['type']> = new Set([
  'archive_refused',
  'addition_refused',
  'ceremony',
  'transcripts_differ',
  'trustees_refused',
  'rehearsal_failed',
  'shuffles_missing',
  'decrypted_otherwise',
  'shuffle_not_own',
  'dealt_otherwise',
  'work_refused',
  'work_unusable',
  'credentials_differ',
  'codes_differ',
  'code_list',
  'other_order',
  'copy_differs',
  'tracker_absent',
]);
