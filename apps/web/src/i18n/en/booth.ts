import type { BoothMessages, Noun } from '../es/booth.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';
import { boothMail } from './booth-mail.ts';

const plural = pluralOf('en');
const nouns = { projects: ['project', 'projects'], options: ['option', 'options'] } as const;
const groupNames = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The booth. */
export const booth = (f: Format): BoothMessages => {
  const things = (n: number, noun: Noun): string => {
    const [one, other] = nouns[noun];
    return plural(n, { one: `${f.count(n)} ${one}`, other: `${f.count(n)} ${other}` });
  };
  const upTo = (most: number, noun: Noun): string =>
    most === 1 ? `one ${nouns[noun][0]}` : `up to ${things(most, noun)}`;
  return {
    step: (n) => `Step ${n} of 4`,
    back: 'Back',

    startTitle: 'Vote from this phone',
    startLead: (consultation, territory) => `${consultation}, ${territory}.`,
    startMost: (most, noun, of) =>
      `You can choose ${upTo(most, noun)} of ${f.count(of)}.${most === 1 ? '' : ' Choosing fewer is fine.'}`,
    factsTitle: 'Before you start',
    facts: { until: 'Until when', time: 'How long it takes', need: 'What you need', secret: 'How secret it is' },
    until: (moment) => `Until ${moment}.`,
    time: 'About four minutes.',
    need: 'The letter with your voting code. No one else should use it.',
    secret: 'Your phone seals the vote before sending it. No one alone can open it.',
    demo: 'This is a sample vote. It decides nothing.',
    serverKey: 'The only key of this vote is on the server. Whoever runs it could open the votes.',
    begin: 'Start voting',
    limitsTitle: 'What we cannot promise',
    limits: [
      {
        title: 'We cannot see who stands next to you.',
        says: 'You may vote again until the close and only the last vote counts. That reduces pressure. It does not remove it.',
      },
      {
        title: 'An infected phone can deceive.',
        says: 'It can show one choice and send another. Look for your code on another phone, or vote at a table.',
      },
      {
        title: 'Secrecy may not last for ever.',
        says: 'Sealed votes stay public. A future computer might open them.',
      },
      {
        title: 'Who voted is known.',
        says: 'The commission knows whom it gave a code, and may learn that it was used. It does not know what you chose.',
      },
      {
        title: 'The page may go down.',
        says: 'The public list shows if a vote was lost. It does not prevent an outage: that is what tables are for.',
      },
    ],
    moreSecrecy: 'Who would have to be honest for this to hold',

    noScriptTitle: 'This browser cannot seal the vote',
    noScript: 'Voting here needs a browser with JavaScript. Without it your vote would reach the server open.',
    insecureTitle: 'This connection is not secure',
    insecure:
      'The page did not come from an address that begins with https. Someone on the way may have changed it. You cannot vote here.',
    prepare: 'Prepare my list without voting yet',

    codeTitle: 'Type your voting code',
    codeHint: 'It is on your letter, in groups. With dashes, with spaces or in one piece. Capital letters matter.',
    codeLabel: 'Voting code',
    codeHide: 'Hide what I type',
    codePrivate: 'The code does not leave this phone and is not stored on it.',
    codeGo: 'Continue',
    scan: 'Read the letter with the camera',
    camera: 'What the camera sees',
    codeHelpTitle: 'I have no letter, or it does not work',
    codeHelp:
      'The commission can void that letter and give you another, if its code was not used. Give your code to no one, not even to someone who helps you.',
    codeMissing: 'Type the code on your letter.',
    codeGroups: groupNames.map((name) => `Check the ${name} group.`),
    codeMistakable: (sign) => `No code has “${sign}”, because it looks like another letter.`,
    codeForeign: 'There is a sign that no code has.',
    codeGroupLength: 'A group has too few or too many letters.',
    codeLength: (found) => `The code has 15 or 22 letters and digits, as your letter shows. You typed ${found}.`,
    codeCheck: 'Some letter does not match the others. Compare each group with your letter, capitals too.',
    codeAgain: 'For safety the code is not stored. Type it once more: your choice is still here.',
    cameraRefused: 'The camera is not available. Type the code.',
    cameraNothing: 'We found no code in the picture. Bring the letter closer or type the code.',

    chooseTitle: (most, noun) => `Choose ${upTo(most, noun)}`,
    chooseHow: (single) =>
      single
        ? 'Mark the circle. To change, mark another.'
        : 'Tick what you want. To change, remove the tick. Choosing fewer is fine.',
    numbers: (single, noun) =>
      single ? `Type the number of your ${nouns[noun][0]}` : `Type the numbers of your ${nouns[noun][1]}`,
    numbersHint: (example) => `For example: ${example}. They are on the paper ballot and on the radio.`,
    numbersGo: 'Mark',
    numbersMarked: (numbers) => `Marked: ${numbers}.`,
    numbersUnknown: (numbers) => `This ballot has no ${numbers}.`,
    numbersNone: 'Type a number from the list.',
    search: 'Search the list',
    searchHint: 'With or without accents.',
    matches: (count) => `Found: ${count}`,
    order: (n, noun, isDrawn) =>
      `${things(n, noun)}, in the same order for everyone${isDrawn ? ', drawn in public' : ''}.`,
    read: 'Read',
    readElsewhere: 'Only the titles are here, because they are many. The rest is on the page of the consultation.',
    readMore: (title) => ` more about ${title}`,
    withdrawn: (number) => `Number ${number} was withdrawn. It can no longer be chosen.`,
    counts: (chosen, most) => {
      if (chosen > most) return `You have chosen ${f.count(chosen)}. Remove ${f.count(chosen - most)} to continue.`;
      if (chosen === most) return most === 1 ? 'You have chosen 1.' : `You have chosen ${f.count(chosen)}, the most.`;
      if (chosen === 0) return `You have chosen none. You can choose ${f.count(most)}.`;
      return `You have chosen ${f.count(chosen)}. You can choose ${f.count(most - chosen)} more.`;
    },
    countsBeyond: (chosen, over) => `You have chosen ${chosen}. Remove ${over} to continue.`,
    review: 'Review',
    leftAlone: 'Nobody touched this page for half an hour. We erased the code and the marks from this phone.',
    restored: 'We found what you had marked on this phone.',
    whoSees: 'No one alone can open your vote. How many people voted is published.',

    whoSeesServer: 'Whoever runs the server could open your vote. How many people voted is published.',

    reviewTitle: 'Check your vote, then cast it',
    reviewWarn: 'Your vote is not in the box yet.',
    chosen: (n, most, noun) =>
      n === 0
        ? 'You marked nothing'
        : most === 1
          ? 'You have chosen'
          : `You have chosen ${f.count(n)} of ${things(most, noun)}`,
    chosenBlank: 'You leave this ballot blank',
    nothingChosen: 'Mark what you want, or leave the ballot blank.',
    nothingChosenStrict: 'Mark what you want.',
    change: 'Change',
    changeAll: 'Change my choice',
    happensTitle: 'What happens when you cast',
    happens: {
      seal: 'This phone seals your vote in an envelope that no one alone can open.',
      sealServer: 'This phone seals your vote in an envelope. The only key is on the server.',
      enter: 'The envelope enters the box and you get a code.',
      totals: 'At the close the votes are added up without opening any. Only the total is opened.',
      whole: 'At the close the envelopes are mixed, so that no one knows whose each is, and opened together.',
    },
    cast: 'Cast my vote',
    again: (moment) => `You can vote again until ${moment}. Only the last vote counts.`,
    blankAsk: 'I would rather leave the ballot blank',
    blankSays: 'A blank ballot is valid and counted apart. Your marks are erased.',
    blank: 'I leave this ballot blank',

    sealingTitle: 'We are casting your vote',
    sealing: 'This phone is sealing the envelope. It takes a few seconds.',
    sending: 'The envelope is sealed and on its way to the box.',
    unsent:
      'There was no answer. Your envelope is sealed on this phone and may not have arrived. Sending it again does not count twice.',
    waiting: (position) =>
      `Many votes come at once. Your envelope is sealed and waits: its place is ${position}. This page sends it by itself.`,
    offline: 'There is no connection. Your vote is not in the box yet. Your choice is still here.',
    sendAgain: 'Try again',
    tryOtherCode: 'Type another code',
    notCast: 'Your vote is not in the box',
    refusals: {
      code_unreadable: 'We could not read the code. Type it again.',
      not_allowed: 'This choice cannot be cast. Check how many marks it has.',
      election_differs:
        'The data of this vote are not those that the page announces. Send nothing and tell the commission.',
      other_tracker: 'The box answered with another code than that of your envelope. Tell the commission.',
      worker_failed: 'This browser could not seal the envelope. Try another one, or vote at a table.',
      unknown_credential:
        'That code is not valid for this ballot. Compare it with your letter: it may be of another community or another vote.',
      void_credential: 'That letter was voided and replaced by another. Use the code of the new letter.',
      not_open: 'This vote is not open yet. Your choice is still here.',
      too_many_ballots: 'This code has voted too many times. The last vote that entered counts.',
      closed: 'This vote is closed. Your vote did not enter.',
      invalid_ballot: 'The box could not take this envelope. Try again, or vote at a table.',
    },
    refusalOther: 'The box did not take the envelope. Try again, or vote at a table.',

    receiptTitle: 'Your vote is in the box',
    entered: (day, from, to) => `It entered on ${day}, between ${from} and ${to}.`,
    yourCode: 'Your code',
    qr: 'QR code with the address of your vote in the public list',
    slip: 'This slip does not say what you chose.',
    jobTitle: 'Your task: look for your code',
    job: {
      open: (moment) =>
        `After ${moment}, open the public list of codes. Better on another phone, or on your community’s notice board.`,
      look: 'Look for',
      missing: 'If it is missing, tell the commission.',
      until: (moment) => `You can complain until ${moment}.`,
    },
    list: 'Public list of codes',
    save: 'Save the receipt',
    print: 'Print',
    fileName: 'voting-receipt.txt',
    file: (tracker, code, address) => [
      'Your vote is in the box. This receipt does not say what you chose.',
      `Your code: ${code}`,
      `In full: ${tracker}`,
      `Look for it here: ${address}`,
      'If it is missing, tell the commission and bring this file.',
      'The signed proof that it entered:',
    ],
    againTitle: 'Do you want to change your vote?',
    voteAgain: 'Vote again',
    nextTitle: 'You have another ballot',
    nextSays: 'Your code may be valid for this one too. You will get another receipt.',
    next: (title) => `Go on to: ${title}`,
    finish: 'Finish and clear this phone',
    finishSays: 'Erases the code, the choice and the receipt from this phone. Save the receipt first.',
    finishedTitle: 'This phone is clear',
    finishedSays: 'You can lend it or close it now. If you voted, your vote is still in the box.',
    finishedHistory: 'The address of this page may stay in the browser’s history. It says nothing about your vote.',
    toConsultation: 'Go to the consultation',

    beforeTitle: 'The vote is not open yet',
    before: (moment) => `It opens on ${moment}.`,
    annulledTitle: 'This vote was annulled',
    annulled: 'No vote is counted. The page of the consultation says why, and who signed it.',
    afterTitle: 'The vote is closed',
    after: (moment) => `It closed on ${moment}. No more votes enter.`,
    findMine: 'Look for my vote in the list',

    listTitle: 'Prepare your list',
    listWarnTitle: 'This is not a secret vote',
    listWarn:
      'Without JavaScript what you mark reaches the server, which shows it to you and does not keep it. Do not type your code here. To vote, take your numbers to a table.',
    listPage: (n, of) => `Page ${f.count(n)} of ${f.count(of)}`,
    listNext: 'Save and see the next ones',
    listPrevious: 'Save and see the ones before',
    listSearchGo: 'Search',
    listAll: 'See the whole list',
    listReviewTitle: 'Your list is ready',
    listReviewWarn: 'This is not a vote. Your vote is not in the box.',
    listTake: 'Write these numbers down and take them to a table:',
    listBlank: 'Without marks the ballot stays blank.',
    listPrint: 'You can also print this page.',
    listDamaged: 'We could not read the marks that the page carried. Mark them again.',

    secrecyTitle: 'Who protects your vote',
    secrecyLead: 'Each promise holds if at least this part is honest.',
    secrecyHead: { promise: 'Promise', holds: 'Holds if' },
    secrecyRows: {
      secret: 'No one knows what you chose',
      secretThreshold: (threshold, trustees) =>
        `at least ${f.count(trustees - threshold + 1)} of the ${f.count(trustees)} people with a key are honest, and your phone too`,
      secretServer: 'whoever runs the server is honest: it has the only key',
      unlinked: 'No one ties an opened vote to a person',
      unlinkedWhole: (trustees) =>
        `at least one of the people who mix the envelopes is honest (${f.count(trustees)} have a key)`,
      unlinkedTotals: 'always: no vote is opened, only the sum of all',
      counted: 'Your vote is counted as you sent it',
      countedHolds: 'you or someone else looks for the codes in the list and repeats the count, as anyone can',
      stuffing: 'No one adds votes of people who did not vote',
      stuffingHolds: 'whoever made the letters is honest and kept no codes',
      kept: 'No vote is lost unnoticed',
      keptHolds: 'you kept your receipt and someone else keeps a copy of the list',
    },
    secrecyKind: {
      homomorphic: 'In this vote the sealed votes are added up. Only the sum is opened.',
      mixed: 'In this vote the rule needs whole ballots. The envelopes are mixed before they are opened.',
    },
    secrecyProgramTitle: 'The program that seals the envelope',
    secrecyProgram: 'It is the same for everyone. Anyone can build it again and compare these fingerprints.',
    secrecyFiles: { booth: 'Booth', worker: 'Sealing' },
    mail: boothMail,
    secrecyElection: 'Fingerprint of this vote',
  };
};
