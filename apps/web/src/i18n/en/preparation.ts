import type { PlacedUploadProblem } from '@convite/domain';
import type { PreparationMessages } from '../es/preparation.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

export const preparation = (f: Format): PreparationMessages => {
  const n = (count: number): string => f.count(count);
  const problem = ({ problem: p }: PlacedUploadProblem): string => {
    switch (p.type) {
      case 'empty':
        return 'The file is empty.';
      case 'not_json':
        return 'The line is no JSON.';
      case 'line_too_long':
        return 'The line is too long.';
      case 'too_many_problems':
        return 'There are more problems. Bring the file as the registrar’s program wrote it.';
      case 'wrong_form':
        return `The line has another form${p.place === '' ? '' : `, at ${p.place}`}.`;
      case 'other_order':
        return 'The file was made for another order. Download today’s order and make the codes again.';
      case 'other_consultation':
        return `The file is of another consultation: ${p.found}.`;
      case 'out_of_turn':
        return `Paper ${n(p.expected + 1)} of the order belongs here, and not ${n(p.found + 1)}.`;
      case 'contest_missing':
        return `The file ends before paper ${n(p.contest + 1)} of the order.`;
      case 'wrong_count':
        return `Paper ${n(p.contest + 1)} of the order needs ${n(p.expected)} credentials and has ${n(p.found)}.`;
      case 'wrong_spares':
        return `Paper ${n(p.contest + 1)} of the order needs ${n(p.expected)} spares and has ${n(p.found)}.`;
      case 'bad_credential':
        return `Credential ${n(p.position)} of the line is none.`;
      case 'repeated':
        return `Credential ${n(p.position)} of the line stands twice.`;
      case 'not_ascending':
        return `Credential ${n(p.position)} of the line is out of order.`;
      case 'bad_spare':
        return `The line names credential ${n(p.position)} as a spare, which is not there or was named before.`;
    }
  };
  return {
    title: 'Prepare the elections',
    lead: 'From frozen rules to ballot boxes that are ready. The server never sees a voting code.',
    stepsTitle: 'Steps',
    step: 'Step',
    state: 'State',
    done: 'Done',
    missing: 'Missing',
    working: 'Under way',
    refused: 'Refused',
    rule: 'Rules frozen by two guarantors',
    roll: 'Frozen roll',
    rollFacts: (entries, version) =>
      `${plural(entries, { one: `${n(entries)} person`, other: `${n(entries)} people` })}, version ${n(version)}`,
    trustees: 'Trustees of the key',
    holders: (threshold, trustees) => `${n(threshold)} of ${n(trustees)} open together`,
    order: 'Order of codes',
    credentials: 'Credentials of the registrar',
    elections: 'Ballot boxes ready',
    electionsFacts: (setUp, contests) => `${n(setUp)} of ${n(contests)}`,
    replacements: 'Lost letter, or somebody added',
    hash: 'SHA-256',
    waiver: 'Reason of the exception, public',
    back: 'Back to the steps',

    trusteesTitle: 'Trustees of the key',
    trusteesLead:
      'Bring the list that the ceremony made (trustees.json). Its key will stand in every election of this consultation.',
    trusteesFile: 'List of trustees',
    waiverLabel: 'Reason for having fewer trustees than there should be',
    waiverHint:
      'Three or more are needed, of whom more than one and not all open. Otherwise write why: everybody will read it.',
    bring: 'Bring',
    trusteesRefusals: {
      trustees_refused: (check, place) =>
        `The list does not pass the checks (${check}, at ${place}). Bring the one that the trustees’ program made.`,
      several_groups: 'The papers use several groups: each would need its own ceremony. Use one alone.',
      waiver_missing: (threshold, trustees) =>
        `${n(threshold)} of ${n(trustees)} open. Add trustees, or write the reason.`,
      no_contest: 'This consultation has no papers.',
      ceremony_here: 'The trustees hold their ceremony on this site. To bring another list, organisers void it first.',
      elections_set_up: 'The elections are prepared already. Withdraw the credentials first.',
      waiver_too_long: 'The reason is too long: up to 2000 signs.',
    },
    fileMissing: 'Choose a file.',
    fileTooLarge: (most) => `The file is too large: the limit is ${most}.`,
    fileBroken: 'The file did not arrive whole. Bring it again.',

    orderTitle: 'Order of codes',
    orderLead:
      'The order tells the registrar how many codes to make, and for which papers. It holds no names. How many spares there are is public.',
    percent: 'Spares for every hundred people',
    minimum: 'Spares at least',
    perSlice: 'In each group of people who vote on the same papers.',
    makeOrder: 'Make the order',
    downloadOrder: 'Download order.json',
    registrarNext:
      'Hand it to the registrar with the frozen roll. Without installing anything, the registrar makes the codes on a machine of their own with',
    registrarPage: 'the page for registrars',
    registrarOr: ', or with the program convite. The page is saved on a stick with these files, and needs no internet.',
    orderFacts: 'What is ordered',
    contests: 'Papers',
    credentialsCount: 'Credentials',
    sparesCount: 'Of them, spares',
    spareRule: 'Rule of spares',
    spareRuleSays: (percent, minimum) => `${n(percent)}%, and at least ${n(minimum)}`,
    orderRefusals: {
      rule_not_frozen: 'First, two guarantors freeze the rules.',
      roll_not_frozen: 'First, the roll is frozen.',
      no_contest: 'This consultation has no papers.',
      elections_set_up: 'The elections are prepared already. Withdraw the credentials first.',
      bad_spares: 'Write whole numbers: 0 to 100 for every hundred, and 1 to 1000 at least.',
      too_many: 'A paper would have more credentials than there can be.',
      roll_changed: 'The roll here does not have as many people as the frozen one. Tell whoever runs the server.',
    },

    credentialsTitle: 'Credentials of the registrar',
    credentialsLead:
      'Bring upload.jsonl, which the registrar hands you (made on the page for registrars, or with the program). It holds public parts alone. No other file of the registrar is brought: those that begin with PRIVATE are secret. It is taken whole or not at all.',
    credentialsFile: 'File of credentials',
    credentialsRefusals: {
      no_order: 'First, the order of codes is made.',
      no_trustees: 'First, the list of trustees is brought.',
      already_brought: 'They were brought already. To begin again, withdraw them.',
    },
    reading: 'Reading the credentials',
    notRead:
      'The file could not be read, and nothing was stored. Bring it again; if it happens again, tell whoever runs the server.',
    problemsCount: (problems) =>
      plural(problems, {
        one: 'There is one problem. Nothing was stored.',
        other: `There are ${n(problems)} problems. Nothing was stored.`,
      }),
    problemsOver: (problems) => `There are more than ${n(problems)} problems. Nothing was stored.`,
    problems: 'Problems of the file',
    line: 'Line',
    what: 'What is wrong',
    wholeFile: 'The whole file',
    problem,
    progress: (done, of) => `${n(done)} of ${n(of)} papers`,
    setUpRefused: (territory, check, place) =>
      `The election of ${territory} does not pass the checks (${[check, place].filter((part) => part !== '').join(', ')}). None was left prepared. Make the codes again.`,
    withdraw: 'Withdraw the credentials and begin again',
    withdrawSays: 'Codes that were handed out would be of no use any more.',
    withdrawRefusals: {
      nothing_brought: 'There are no credentials to withdraw.',
      vote_was_open: 'The vote was open: nothing is withdrawn.',
    },

    replacementTitle: 'Lost letter, or somebody added',
    replacementLead:
      'Bring replacement.json, made on the page for registrars or with the program. Another registrar agrees, and then the lost letter is void.',
    replacementFile: 'File of the replacement',
    reason: 'Reason',
    reasonHint: 'Without names: everybody will read it.',
    propose: 'Propose',
    replacementRefusals: {
      not_json: 'The file is no JSON.',
      wrong_form: (place) => `The file has another form${place === '' ? '' : `, at ${place}`}.`,
      other_consultation: 'The file is of another consultation.',
      unknown_election: 'The file names an election that this consultation does not have.',
      already_proposed: 'It was proposed already to replace this letter, and waits for another person.',
      not_allowed: 'Your account cannot do this.',
      reason_missing: 'Write the reason, of up to 2000 signs.',
    },
    replaceAct: {
      lost: 'Void a lost code and activate a spare',
      added: 'Activate a spare for somebody added to the roll',
    },
    replaceFollows: {
      lost: ['The lost code can vote no more.', 'If it has voted already, nothing is done.'],
      added: ['The person can vote with the code of the letter.'],
    },
    lostIn: (territory) => `Lost code, in ${territory}`,
    spareIn: (territory) => `Spare, in ${territory}`,
    replaceFaults: {
      no_election: (territory) => `No election is prepared in ${territory}.`,
      vote_ended: (territory) => `The vote of ${territory} has ended.`,
      unknown_credential: (territory) => `The lost code is not of the election of ${territory}.`,
      credential_used: (territory) => `The lost code has voted in ${territory}: it is not replaced.`,
      credential_void: (territory) => `The lost code was void in ${territory} already.`,
      no_free_spare: (territory) => `That spare was given out, or is not of ${territory}.`,
    },
  };
};
