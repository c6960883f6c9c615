import type { Format } from '../format.ts';
import type { ObserversMessages } from '../es/observers.ts';

/** The page of a consultation for whoever believes nobody. */
export const observers = (f: Format): ObserversMessages => ({
  title: 'For observers',
  see: 'Verify all of it',
  seeConsultation: 'Verify the whole consultation, step by step',
  lead: [
    'Everything of this consultation that can be verified, in the order in which it happens.',
    'Nobody has to be believed: not the organisers, not this server, not this page.',
  ],
  tools: 'What it is verified with',
  toolsSay: ['On your own computer. Once downloaded, without a connection.'],
  toolsHow:
    'Commands that begin with npm are typed in the folder of the source code of Convite, after npm ci. The others come with the system, or have others like them on yours.',
  everythingSay: 'The rule, who holds the key, the public trail and each ballot box, as they stand now, in one file.',
  everything: 'Download everything public so far (ZIP)',

  published: 'Can be verified now',
  publishedAt: (moment: string) => `Published on ${moment}`,
  awaitedAt: (moment: string) => `Expected on ${moment}`,
  notNeeded: 'It was not needed',
  never: 'The consultation was annulled before',
  part: (done: number, all: number) => `${f.count(done)} of ${f.count(all)}`,
  sha256Of: (file: string, of: string | null) => `SHA-256 · ${file}${of === null ? '' : `: ${of}`}`,

  steps: {
    rules: {
      title: 'The rule',
      proves: [
        'Proves that the way of counting was fixed before anybody voted.',
        'The same fingerprint stands in each ballot box and in the file of the result.',
      ],
      awaited: 'Published when two people freeze the rule',
      how: ['The command must print, for each exact text, the fingerprint that it has for its name.'],
    },
    roll: {
      title: 'The roll',
      proves: [
        'The commitment fixes the list of those who may vote, without showing who is on it.',
        'Whoever is added later stands in the public trail, with the reason.',
      ],
      awaited: 'Published when two people freeze the roll, before the opening',
      how: [
        'Nobody can make the commitment again without the list and the salt. The registrar keeps the salt: ask to be there when it is made again.',
      ],
    },
    trustees: {
      title: 'Who holds the key',
      proves: [
        'Shows how many people hold the key and how many are needed to open: nobody can alone.',
        'The very same list stands in each ballot box.',
      ],
      awaited: 'Published when they end the ceremony, before the opening',
      how: [
        'Each message of the ceremony stands in the public trail with its fingerprint. Verifying a ballot box verifies this list too.',
      ],
    },
    credentials: {
      title: 'The voting codes',
      proves: [
        'Shows that there are as many codes as people who may vote on each paper, and the spares.',
        'That each code reached its person, no file can show: watch where the letters are handed out.',
      ],
      awaited: 'Published when the registrar brings the public parts, before the opening',
      how: [
        'The command says how many codes a ballot box has. Take the spares away and compare with the people on the roll of that territory.',
      ],
    },
    rehearsals: {
      title: 'The rehearsals',
      proves: ['They show that each trustee can use the share of the key as it is stored.'],
      awaited: 'Published with the first rehearsal; without those of all, no vote opens',
      how: [],
    },
    programs: {
      title: 'The programs that devices get',
      proves: [
        'Voters and trustees use a program that this server hands them.',
        'Its fingerprint stands in the public trail; if it changes, that too.',
      ],
      awaited: 'Published when the server starts',
      how: [
        'The command makes the programs anew from the source code and prints their fingerprints: they must be these.',
        'Download them from another network and another device too. A server that deceives one person alone is found out like that.',
      ],
    },
    boards: {
      title: 'The public ballot boxes',
      proves: [
        'They prove that no vote is taken out or changed: the copy of today is the beginning of that of tomorrow.',
        'The state of each box is signed.',
      ],
      awaited: 'Published when the vote opens',
      how: [
        'The first command copies all boxes and their signed states. Do it each day, in a new folder.',
        'The second verifies a box with all its votes. The third, that it begins with the copy of yesterday, byte by byte.',
        'Compare the table with that of whoever keeps another copy. With the same number of events the fingerprint must be the same. A shorter copy must be the beginning of the other.',
        'Keep two signed states of one box of which neither goes on from the other. They prove the deceit, signed by who deceives.',
      ],
    },
    trail: {
      title: 'The public trail',
      proves: ['Says who did each act that touches the result, when and why.'],
      awaited: 'Published from the first act on',
      how: ['Keep the table each day: that of yesterday must be the beginning of that of today.'],
    },
    closing: {
      title: 'The closing',
      proves: ['Proves that no vote came in after the closing: behind EndBallots there is none.'],
      awaited: 'Expected at the hour of the calendar',
      how: [],
    },
    opening: {
      title: 'Shuffles and decryption',
      proves: [
        'They prove that what was opened are the votes of the box, and that each trustee decrypted what was due.',
        'The proofs stand in the box; nobody has to be believed.',
      ],
      awaited: 'Begins after the closing, when the trustees bring their parts',
      how: [],
    },
    lots: {
      title: 'The public lot',
      proves: ['Proves that a tie was decided by something that nobody could choose, announced before.'],
      awaited: 'Only if a tie changes who wins',
      how: ['The order of each paper comes from the seed: verifying the file of the result draws it once more.'],
    },
    result: {
      title: 'The file of the result',
      proves: [
        'Proves that the result follows from the votes and the rule: your computer counts all of it again.',
        'Two people signed the same fingerprint in the public trail.',
      ],
      awaited: 'Published when two people publish the result',
      how: ['Compare the fingerprint with that of others: so you know that all have the same file.'],
    },
  },

  facts: {
    people: 'People on the frozen roll',
    version: 'Version',
    commitment: 'Commitment',
    additions: 'People added later',
    trustees: 'People who hold the key',
    threshold: 'How many are needed to open',
    messages: 'Messages of the ceremony',
    waiver: 'Why they are fewer than they should be',
    rehearsed: 'Trustees who rehearsed',
    openedOn: 'The test ballot was opened on',
    credentials: 'Codes on all papers',
    spares: 'Spares among them',
    orderHash: 'Fingerprint of the order',
    uploadHash: 'SHA-256 of the public parts',
    boards: 'Ballot boxes',
    votes: 'Votes in them',
    boardKey: 'Key that signs their state',
    closesAt: 'Closes on',
    ended: 'Boxes closed',
    opened: 'Papers opened',
    withheld: 'Not opened, for too few votes',
    annulled: 'Annulled',
    waitingForLots: 'Papers that wait for the lot',
    seed: 'What was drawn',
    sha256: 'SHA-256',
    manifest: 'Fingerprint of the index',
    size: 'Size',
  },

  files: {
    rulesPage: 'The rule in words, and what changed later',
    ruleFile: 'The exact text',
    trusteesPage: 'Who holds the key, and their rehearsals',
    trusteesFile: 'trustees.json',
    boardsPage: 'The ballot boxes, one by one',
    boardsTable: 'Table of all ballot boxes (boards.csv)',
    boardsAddresses: 'Addresses to copy them all (boards.txt)',
    trailPage: 'The trail, line by line',
    trailFile: 'Table of the whole trail (trail.csv)',
    lotsPage: 'Announcements and draw',
    resultPage: 'The result, page by page',
    archive: 'The file of the whole consultation',
  },

  programs: {
    booth: 'The page for voting',
    booth_worker: 'The sealing of votes',
    trustee_page: 'The page for trustees',
    registrar_page: 'The page for registrars',
  },
  programSince: (moment: string) => `Handed out since ${moment}.`,
  programUnknown: 'The public trail does not know this fingerprint: tell others.',
  programChanged: 'Changed while people voted',
  programBefore: (moment: string) => `Before, since ${moment}:`,

  differs: 'If something differs',
  differsSay: ['A mistake is soon cleared up. Deceit leaves two copies that do not agree.'],
  differsSteps: [
    'Keep both files, the one that you expected and the one that came, untouched.',
    'Write down the address, the day and the hour, the command and what it answered.',
    'Ask somebody else, on another network, to download the same and compare.',
    'Tell the commission and the other observers, with the fingerprints.',
  ],
  complaints: (moment: string) => `Complaints about the result are taken until ${moment}.`,
  account: 'Who observes with an account',
  accountSay: [
    'Sees in addition how it is prepared: the control room, acts before they are agreed on, and the sealed messages of the ceremony.',
    'None of it is needed to verify, and no observer can change anything.',
  ],
  accountGo: 'Sign in with an account',
});
