import type { StatesMessages } from '../es/states.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** What is not a result: waiting, refusals and errors. */
export const states = (f: Format): StatesMessages => ({
  queued: 'Your recount is waiting its turn',
  reading: 'Reading the ballots',
  counting: 'Counting the votes',
  pendingRefreshes: 'This page refreshes by itself.',
  pendingLook: 'It usually takes some seconds.',
  pendingClose: 'You can close it and come back: the address stays the same.',
  ahead: (n) =>
    n === 0
      ? 'It is next.'
      : plural(n, { one: 'There is one before it.', other: `There are ${f.count(n)} before it.` }),
  progress: (done, of) => `${f.count(done)} of ${f.count(of)} ballots read`,
  reload: 'Refresh now',
  progressTitle: 'How far it is',
  steps: ['In the queue', 'Read the ballots', 'Count'],
  now: 'Now.',
  done: 'Done.',

  uploadTitle: 'We could not read the file',
  fileMissing: 'No file was chosen',
  ruleMissing: 'No rule was chosen',
  countStopped: 'The count was stopped',
  uploadsFull: 'There is no room for more votes for now',
  uploadNothing: 'Nothing was stored.',
  uploadMend: 'Mend the file and upload it again.',
  uploadRefusals: {
    no_file: 'Choose a .pb file or one of the sample votes.',
    too_large: (size) =>
      `The file is too large. The limit is ${size}. Take out columns that are not needed and upload it again.`,
    not_text: 'The file is not a .pb text. It may be a PDF, a zip or a spreadsheet. Upload the .pb.',
    empty: 'The file is empty. Save it again from the program that made it, and upload it again.',
    no_declared_rule: 'The file does not say by which rule it is counted. Choose a rule and upload it again.',
    unknown_sample: 'There is no such sample vote.',
    uploads_full:
      'Each vote that people bring goes after 30 days: try another day. With the tool “convite” you can count it on your machine.',
    timeout: 'The count took too long and was stopped. With the tool “convite” you can count it on your machine.',
  },
  line: (n) => `Line ${f.count(n)}`,
  wholeFile: 'The whole file',
  problemsTitle: (n) => plural(n, { one: 'One problem', other: `${f.count(n)} problems` }),
  problemsFound: (n) => plural(n, { one: 'We found one problem.', other: `We found ${f.count(n)} problems.` }),
  problemsSee: 'See what is wrong in each line',
  problemWhere: 'Where',
  problemWhat: 'What is wrong',
  problemsMore: (n) => plural(n, { one: 'And one more.', other: `And ${f.count(n)} more.` }),
  again: 'Choose the file again',
  chooseRule: 'Choose a rule',

  refusedTitle: 'This rule does not suit these ballots',
  refused: {
    utility_needs_points: 'That way of counting needs points, and these ballots have none.',
    rule_needs_scores: 'That rule needs grades, and these ballots have none.',
    unsupported: 'This file asks for a rule that we do not know.',
    unknown_project: (id) => `The rule names project ${id}, which is not in the file.`,
  },
  refusedNow: 'Nothing was counted. Choose another rule and upload the file again.',

  notFoundTitle: 'There is nothing at this address',
  notFound: 'Check that the address is whole. If you copied it from paper, look at the letters and numbers.',
  goneTitle: 'This recount is gone',
  gone: 'Whoever uploaded it removed it, or 30 days went by. If you have the file, you can count it again.',
  removedTitle: 'The recount was removed',
  removed: 'The file and the count were deleted. The address opens nothing any more.',
  busyTitle: 'Too many recounts in a row',
  busy: (minutes) =>
    plural(minutes, { one: 'Wait a minute and try again.', other: `Wait ${f.count(minutes)} minutes and try again.` }),
  busyWhy: 'Each visitor may ask for some recounts an hour. So there is enough for all.',
  foreignFormTitle: 'This form came from another site',
  foreignForm: 'Nothing was done. Open the page at the address of this site, and send the form from there.',
  foreignFormServer:
    'If that does not help, tell whoever runs the site: PUBLIC_ORIGIN must be the address in your browser.',
  badRequestTitle: 'We did not understand the request',
  badRequest: 'Something in it is not valid. Go back and check what you typed.',
  faultTitle: 'Something failed on our side',
  fault: 'It is not your fault. No stored result was lost. Try again in a few minutes.',
  incident: (number) => `If you write to us, give this number: ${number}`,
  goHome: 'Go to the home page',
});
