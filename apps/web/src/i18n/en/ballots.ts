import type { BallotsMessages } from '../es/ballots.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

export const ballots = (f: Format): BallotsMessages => {
  const votes = (n: number): string => plural(n, { one: `${f.count(n)} vote`, other: `${f.count(n)} votes` });
  return {
    problems: {
      wrong_type: 'A ballot is sent as application/json.',
      too_large: 'The ballot is too large: the limit is 1 MB.',
      too_slow: 'The ballot took too long to arrive. Send it again.',
      broken_off: 'The ballot broke off on its way. Send it again.',
      not_utf8: 'The ballot is no text in UTF-8.',
      too_deep: 'The ballot has more than 32 levels of JSON.',
      not_found: 'There is no ballot paper at this address.',
      not_open: 'This vote is not open yet.',
      closed: 'This vote is closed. The ballot did not enter.',
      unknown_credential: 'The code that sealed the ballot is not of this paper.',
      void_credential: 'The code that sealed the ballot was voided and replaced.',
      admission_needed: 'The one-time admission is missing that comes with the code by e-mail.',
      admission_used: 'That admission was used with another letter.',
      bad_address: 'Type an e-mail address.',
      wrong_code: 'The code is not valid, or its time has passed. Ask for another.',
      expired_code: 'That was the code, but its 15 minutes are over. Ask for another.',
      too_many_tries: 'That was the code, but it was typed wrongly three times before and is void. Ask for another.',
      too_many_questions: 'Too much is asked from this network. Try in ten minutes.',
      mailer_away: 'The mailer of this installation does not answer. No code was sent.',
      too_many_ballots: 'Too many ballots were cast with this code. The last one that entered counts.',
      invalid_ballot: 'The proofs of the ballot do not hold. Nothing was stored.',
      waiting: 'Many ballots arrive at once. Yours has not entered yet: send it again after the time given.',
      board_stopped: 'The board is stopped: the database does not hold what had been signed. No receipt is given.',
      unavailable: 'It could not be stored now. Send it again: nothing counts twice.',
    },

    codeMail: {
      subject: 'Your code to vote',
      says: (code: string) => `Your code is ${code}. It is good for 15 minutes and once.`,
      notYou: 'If you did not ask for this code, do nothing.',
    },

    boardTitle: 'The public ballot box',
    boardOf: (place: string, paper: string) => `The public ballot box: ${place}, ${paper}`,
    boardLead: (n: number) =>
      `${n === 0 ? 'There are no votes in this box yet' : `${votes(n)} in this box`}. They are sealed: nobody sees what they chose.`,
    boardMore: 'How many votes there are is known at any moment. How many each option has, only at the end.',
    downloadsTitle: 'Download',
    downloadsSay: [
      'The archive has everything that is needed to verify the vote.',
      'It only grows: what you keep today is still inside tomorrow.',
    ],
    archive: 'Archive of the vote',
    head: 'Signed state of the box',
    key: 'Key that signs it',
    list: 'List of all codes',
    electionData: 'Data of the vote',
    checkTitle: 'Verify it',
    checkSay: ['With the program of Convite, on your own computer and without a connection.'],
    findTitle: 'Look for your code',
    findSay: [
      'Look in the list for the code of your receipt.',
      'Nobody knows which one you look at: there are many on each page.',
      'If it is missing, tell the commission and show the receipt.',
    ],
    findPageTitle: 'Find my vote',
    findPageLead: 'Choose the paper on which you voted. Then look in the list for the code of your receipt.',
    boardsTitle: 'Ballot papers',
    noBoards: 'There is no open ballot box in this consultation yet.',
    noBoardFound: (words: string) =>
      `No open ballot box has a territory with “${words}” in its name, or a code that begins so.`,
    moreBoards: (n: number) => `The first ${f.count(n)} are shown. Type the name of your territory.`,
    territory: 'Name or code of the territory',
    searchBoards: 'Search',
    startsWith: 'Your code begins with',
    groupSays: 'Tap the beginning of your code. The page that opens has all codes that begin with it.',
    allOn: 'See the codes',
    codesTitle: (prefix: string) => (prefix === '' ? 'All codes' : `Codes that begin with ${prefix}`),
    codesLead: (n: number) =>
      n === 0 ? 'No code begins like this.' : `${votes(n)}. Use the search of your browser if the list is long.`,
    codeColumn: 'Code',
    numberColumn: 'Number in the box',
    counts: 'Counts',
    replaced: 'Replaced by another vote of the same letter',
    emptyUrn: 'The box is empty.',
    backToBoard: 'Back to the box',
  };
};
