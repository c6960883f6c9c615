import type { SecondFactorMessages } from '../es/second-factor.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** The code by e-mail beside the letter, for staff and on public pages. */
export const secondFactor = (f: Format): SecondFactorMessages => {
  const people = (n: number): string => plural(n, { one: `${f.count(n)} person`, other: `${f.count(n)} people` });
  return {
    title: 'What people need to vote',
    lead: ['It is decided before the rule is frozen, and frozen with it.', 'Everyone reads it in the rule.'],
    ask: 'To vote, people need',
    letter: 'The letter with its code',
    letterHint: 'The letter is enough. Whoever finds or copies it could vote with it.',
    mail: 'The letter and a code by e-mail',
    mailHint: 'When people vote, a code of 8 digits goes to the address that is on the roll.',
    frozenLetter: 'The rule is frozen: the letter with its code is asked for. It can no longer be changed.',
    frozenMail: 'The rule is frozen: the letter and a code by e-mail are asked for. It can no longer be changed.',
    saved: (isAsked) =>
      isAsked
        ? 'Saved: the letter and a code by e-mail are asked for.'
        : 'Saved: the letter with its code is asked for.',
    tablesLabel: (without, of) => `${people(without)} of ${f.count(of)} have no e-mail on the roll`,
    tablesHint: 'If the code is asked for, they vote with a pass that a guarantor gives them at a table.',
    tables: (n) =>
      `There will be tables: ${n === 1 ? 'that person gets the' : `those ${people(n)} get their`} pass there`,
    withoutAddress: (n) =>
      `${people(n)} on the roll ${n === 1 ? 'has' : 'have'} no e-mail. Complete the roll, or tick that there will be tables where they get their pass.`,
    noMailer: 'This installation has no mail server (SMTP_URL): it cannot send codes.',
    mailerSet: 'The mail server is set.',
    whoTitle: 'Whom the code reaches',
    noRoll: 'The roll is not loaded yet. Look at this page again once it is.',
    addresses: (n, of) => `${people(n)} of ${f.count(of)} have an e-mail on the roll.`,
    mend: 'E-mails are completed by bringing the roll again, as long as it is not frozen.',
    toRoll: 'Go to the roll',
    revealsTitle: 'What is known and what is not',
    reveals: [
      'The database does not keep who asked for a code or who got a pass.',
      'It keeps marks alone, made with a key that stands outside it.',
      'Nothing that is stored puts a person and a vote together.',
      'Whoever runs the server and watches it while people vote can see who comes in.',
      'If hardly anyone else votes at that hour, they may guess the envelope.',
      'Whoever runs a person’s mail sees that they asked for a code.',
    ],
    publicTitle: 'What people need to vote',
    publicLetter: ['The letter with its voting code.'],
    publicMail: [
      'The letter with its voting code and, besides, a code that comes to the e-mail that is on the roll.',
      'Whoever has no e-mail, or cannot read it, gets a pass at a table, with letter and document.',
      'Whoever has voted can vote again with the same letter and the same pass.',
    ],

    toPasses: 'Give passes at a table',
    passesTitle: 'Give a pass at a table',
    passesLead: [
      'For whoever has their letter and cannot get the code by e-mail.',
      'Look at the person’s document before you go on. Each person gets their pass once.',
    ],
    name: 'Full name',
    birthDate: 'Date of birth',
    document: 'Document',
    documentHint: 'Only if the roll has it.',
    apart: 'What tells them apart',
    apartHint: 'Only if another person of the same name and date is on the roll.',
    give: 'Give the pass',
    wrong: {
      name: 'Type the name.',
      birth_date: 'Type the date of birth.',
      not_found: 'Nobody with these data is on the part of the roll that you serve.',
      several: 'More than one person has these data. Type what tells them apart.',
      had_them: 'That person has had their pass. With it they can vote, and vote again.',
      nothing_open: 'No vote of that person is open now.',
    },
    givenTitle: 'The pass is ready',
    givenLead: [
      'The person reads it with the camera of their phone, or of the tablet on which they vote.',
      'The pass is not stored. If this page is lost, there is no other.',
      'Let them vote alone.',
    ],
    givenQr: (place) => `QR code of the pass for ${place}`,
    givenNext: 'Next person',
  };
};
