import type { ContestRefusal, PackFault, RestoreRefusal, StepRefusal } from '@convite/trustee';
import { numberedChecks } from '@convite/crypto';
import type { PassRefusal } from './pass-worker.ts';
import type { PageWords } from './words/es.ts';

/** Why a step of the ceremony stops, and what to do. */
export function stepProblem(words: PageWords, refusal: StepRefusal | { readonly type: 'dealt_otherwise' }): string {
  switch (refusal.type) {
    case 'threshold_size':
      return words.badNumbers(refusal.threshold, refusal.size, refusal.member);
    case 'other_ceremony':
      return words.otherCeremony(refusal.path);
    case 'file_twice':
      return words.fileTwice(refusal.member, refusal.paths);
    case 'files_missing':
      return words.filesMissing(refusal.step, refusal.members);
    case 'transcripts_differ':
      return words.transcriptsDiffer(refusal.members);
    case 'dealt_otherwise':
      return words.dealtOtherwise;
    case 'ceremony':
      break;
  }
  const { refusal: why, names } = refusal;
  switch (why.type) {
    case 'members_at_fault':
      return words.memberFaults(why.faults.map(({ member }) => names[member - 1] ?? String(member)));
    case 'own_certificate_missing':
      return words.ownMissing;
    case 'own_polynomial_wrong':
      return words.ownWrong;
    case 'wrong_number':
      return words.wrongNumber;
  }
}

/** Why no key came back from words. */
export function restoreProblem(words: PageWords, refusal: RestoreRefusal): string {
  if (refusal.type === 'words_of_no_key') return words.wordsOfNobody(refusal.word);
  const why = refusal.refusal;
  switch (why.type) {
    case 'wrong_number_of_words':
      return words.wordsCount(why.expected, why.found);
    case 'unknown_word':
      return words.wordUnknown(why.word, why.near);
    case 'wrong_row':
    case 'out_of_range':
      return words.wordsWrong;
  }
}

const packProblem = (words: PageWords, fault: PackFault): string => words.packFaults[fault.type];

/** Why a work file is not worked on. */
export function passProblem(words: PageWords, refusal: PassRefusal): string {
  switch (refusal.type) {
    case 'key_damaged':
      return words.keyDamaged;
    case 'not_a_trustee':
      return words.notYours;
    case 'no_contests':
      return words.noContests;
    case 'nothing_kept':
      return words.nothingKept;
    case 'work_refused':
      return words.workRefused(packProblem(words, refusal.fault));
  }
}

/** Why nothing was made for a contest. */
export function contestProblem(words: PageWords, refusal: ContestRefusal): string {
  switch (refusal.type) {
    case 'not_a_zip':
    case 'other_form':
    case 'malformed':
    case 'wrong_entry':
    case 'entry_differs':
      return `${packProblem(words, refusal)}.`;
    case 'archive_refused':
      return words.contestRefusals.archive_refused(refusal.first.map(({ check }) => numberedChecks[check].number));
    case 'not_an_archive':
    case 'other_election':
    case 'other_head':
    case 'other_trustees':
    case 'not_a_trustee':
    case 'wrong_state':
    case 'nothing_mixed':
    case 'already_done':
    case 'shuffles_missing':
    case 'shuffle_not_own':
    case 'decrypted_otherwise':
      return words.contestRefusals[refusal.type];
  }
}
