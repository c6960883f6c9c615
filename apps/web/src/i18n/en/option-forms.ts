import type { OptionFormsMessages } from '../es/option-forms.ts';
import type { Format } from '../format.ts';

/** One option of a paper, typed into a form. */
export const optionForms = (f: Format): OptionFormsMessages => ({
  add: 'Add an option',
  correct: 'Correct',
  correctThis: (number) => `Correct option ${f.count(number)}`,
  newTitle: 'New option',
  title: (number) => `Option ${f.count(number)}`,
  lead: 'If anything changes it must be approved again.',
  rail: 'It can be changed until the rule is frozen.',
  numberHint: 'What people type when they vote: from 1 to 999. Each option has its own.',
  name: 'Title',
  nameHint: 'Short: it is what people read on the ballot paper.',
  nameIn: (language) => `Title in ${language}`,
  summaryIn: (language) => `Summary in ${language}`,
  furtherHint: 'Empty: it is read in the first language of the consultation.',
  summary: 'Summary',
  summaryHint: 'What is done and for whom, in two or three sentences. It may be left empty.',
  costHint: 'In digits, without separating thousands. Empty where no money is divided.',
  placeHint: 'The neighbourhood or the site. Always write it alike.',
  theme: 'Theme',
  themeHint: 'For example: water. Always write it alike.',
  removeTitle: 'Remove it',
  removeRail: 'It leaves the ballot paper. Its number is free for another.',
  removeThis: (number) => `Remove option ${f.count(number)}`,
  wrong: {
    strange_sign: (sign) => `There is a sign that nobody sees: ${sign}. Delete it, or write the text anew.`,
    lost_sign: 'A letter was lost. Write the text anew.',
    too_long: (most) => `It is too long. Write up to ${f.count(most)} signs.`,
    no_title: 'Write a title.',
    repeated_title: (other) =>
      `Option ${f.count(other)} has that title already, or one that looks like it. Write another.`,
    repeated_number: (number) => `There is an option with number ${f.count(number)} already. Write another.`,
    too_many_options: (most) => `With this rule ${f.count(most)} options fit. Remove one first.`,
  },
});
