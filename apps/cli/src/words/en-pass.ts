import { numberedChecks } from '@convite/crypto';
import { assertNever } from '@convite/kernel';
import type { ContestRefusal, PackFault } from '@convite/trustee';
import { englishArchive } from './en-verify.ts';
import { figuresOf } from './figures.ts';
import type { PassWords } from './pass-words.ts';

const { count: n } = figuresOf('en');
const contests = (count: number): string => (count === 1 ? '1 contest' : `${n(count)} contests`);

const fault = (why: PackFault): string => {
  switch (why.type) {
    case 'not_a_zip':
      return 'it is no work file';
    case 'other_form':
      return 'it was packed again or damaged; download it anew';
    case 'malformed':
      return `its list is not in its form (${why.place} ${why.message})`;
    case 'wrong_entry':
      return `${why.path} is missing or stands at the wrong place`;
    case 'entry_differs':
      return `${why.path} is not the file that the list names`;
  }
  return assertNever(why);
};

const refusal = (why: ContestRefusal): string => {
  switch (why.type) {
    case 'not_a_zip':
    case 'other_form':
    case 'malformed':
    case 'wrong_entry':
    case 'entry_differs':
      return fault(why);
    case 'not_an_archive':
      return 'its file is no archive of an election';
    case 'archive_refused':
      return `its archive does not pass: ${why.first.map(({ check, place, message }) => `${numberedChecks[check].number} at ${place}: ${message}`).join(' ')}`;
    case 'other_election':
      return 'the archive is that of another election than the list names';
    case 'other_head':
      return 'the archive ends at another event than the list names';
    case 'other_trustees':
      return 'the election has other trustees than the list names';
    case 'not_a_trustee':
      return 'the key belongs to no trustee of this election';
    case 'wrong_state':
      return `not now: ${englishArchive.stands[why.state]}`;
    case 'nothing_mixed':
      return 'nothing is shuffled in this election';
    case 'already_done':
      return 'it is done already';
    case 'shuffles_missing':
      return `not enough trustees have shuffled (${n(why.shuffled)})`;
    case 'shuffle_not_own':
      return `it says that you made the shuffle of event ${why.height}, which this key did not; tell the other trustees`;
    case 'decrypted_otherwise':
      return 'this key decrypted something else of this election before, and two would open single ballots; tell the other trustees';
  }
  return assertNever(why);
};

/** What `convite trustee pass` says, in English. */
export const englishPass: PassWords = {
  begins: ({ title, contests: count, megabytes, time }) =>
    `${title}: ${contests(count)}, ${megabytes}. Everything is checked before your key is used. Time: about ${time}. You may stop at any time and begin again, and what is done stays done.`,
  progress: (done, of) => `${n(done)} of ${contests(of)} done`,
  few: (ids) => `With so few ballots the result may say how somebody voted: ${ids.join(', ')}.`,
  ended: ({ path, owner, shuffles, decryptions, again, doneBefore, refused }) => [
    {
      type: 'answer',
      text:
        path === undefined
          ? 'Nothing was made.'
          : `As trustee ${owner} you shuffled ${n(shuffles)} and decrypted ${n(decryptions)} of the contests.`,
    },
    ...(path === undefined ? [] : [`  ${path}   public: upload it where you downloaded the work`]),
    ...(again === 0 ? [] : [`For ${contests(again)} it is the same as before.`]),
    ...(doneBefore === 0 ? [] : [`${contests(doneBefore)} had your part already.`]),
    ...(refused.length === 0 ? [] : [`REFUSED, and nothing was done with them: ${contests(refused.length)}.`]),
    ...refused.map(({ contest: { id, name }, refusal: why }) => `  ${id} (${name}): ${refusal(why)}`),
  ],
  refusal,
  fault,
};
