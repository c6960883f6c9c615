import type { TrusteesMessages } from '../es/trustees.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Who holds the key of a consultation: ceremony, rehearsal, what each does next. */
export const trustees = (f: Format): TrusteesMessages => {
  const n = (count: number): string => f.count(count);
  return {
    title: 'Trustees of the key',
    none: 'Nobody holds the key yet that will open the results.',
    underWay: (threshold, size) =>
      `Ceremony under way: ${n(size)} people make one key, and ${n(threshold)} are needed to open.`,
    someReady: (ready, all) =>
      `The key is made. ${n(ready)} of ${n(all)} have rehearsed with it; the vote opens when nobody is missing.`,
    allReady: (all) =>
      plural(all, {
        one: 'The key is made, and the one who holds it has rehearsed with it.',
        other: `The key is made, and all ${n(all)} who hold it have rehearsed with it.`,
      }),

    yourTask: 'What you do now',
    youAre: (place, name) => `You are number ${n(place)}: ${name}.`,
    bringNext: {
      certificate: 'Make your certificate and bring it.',
      deal: 'All certificates are here: make your deal and bring it.',
      key: 'All deals are here: check them, make your key, and bring its public part.',
    },
    waitFor: (names) => `Nothing for you to do until these have brought theirs: ${names}.`,
    rehearseNext: 'The list is made: keep three copies of your key, and rehearse with the copy that you will use.',
    readyAll: 'Ready: nobody has anything to do until the closing. Rehearse again two days before it.',
    readyWait: (names) => `Ready. Still to rehearse: ${names}.`,
    messagesFile: (file) => `Download what everybody has brought (${file})`,
    openPage: 'Open the page of trustees',
    giveFiles: {
      certificate: 'and make your certificate on it. Keep the secret well that it gives you.',
      deal: 'and give it that file and your secret.',
      key: 'and give it that file and your secret. It gives you your key: make three copies at once.',
    },
    giveKey: 'and give it that list and your key.',
    thenBring: {
      certificate: 'Bring the file 1-certificate… here, which is public.',
      deal: 'Bring the file 2-deal… here, which is public.',
      key: 'Bring the file 3-key… here, which is public. Never bring the key.',
    },
    bringRehearsal: 'Bring the file rehearsal-… here. Your key does not leave your machine.',
    listFile: 'Download the list of trustees (trustees.json)',
    withCommand: 'With the program instead of the page',
    unpack: (folder) => `Unpack the file into an empty folder, ${folder}.`,
    file: 'Public file',
    fileHint: 'Never the secret nor the key: what is brought here anybody may see.',
    bring: 'Bring',
    keyHolders: 'If you have a key of this list',
    keyHoldersSay: 'The list was made elsewhere. With the first rehearsal your account is joined to its number.',

    places: 'Who has what',
    placesSay: 'Each part was checked when it came.',
    trustee: 'Trustee',
    unnamed: 'No name',
    you: 'You',
    steps: { certificate: 'Certificate', deal: 'Deal', key: 'Public key' },
    rehearsal: 'Rehearsal',
    there: 'Here',
    owed: 'Missing',
    opened: (day) => `The rehearsals of ${day} really opened the test ballot.`,

    files: 'Files',
    filesSay: 'With what all have brought anybody can put together the same list.',
    listHash: 'SHA-256 of the list, to be compared aloud:',
    assembleSelf: (file, folder) => `To put it together yourself, unpack ${file} into an empty folder, ${folder}:`,
    waiver: 'Public reason for having fewer trustees than there should be:',

    plan: 'Begin a ceremony',
    planSay: 'Each does their part on their own machine, round by round. Only public parts come here.',
    bringList: 'Bring a finished list',
    who: 'Who holds the key',
    whoHint: 'Accounts with the role of trustee. Their names will stand in the public list.',
    tooFewAccounts: 'At least two accounts with the role of trustee in this territory are needed.',
    needed: 'How many are needed to open',
    neededHint: 'Fewer than all, so that one lost key loses nothing.',
    waiverLabel: 'Reason for having fewer trustees than there should be',
    waiverHint:
      'There should be three or more, and more than one but not all needed. If not, write why: everybody will read it.',
    begin: 'Begin the ceremony',
    anew: 'Void this ceremony',
    anewSay: 'What was brought counts no more, and another can begin. Only before the elections are set up.',
    reason: 'Reason',
    reasonHint: 'Everybody will read it.',
    anewSubmit: 'Void',

    publicTitle: 'Who holds the key',
    publicLead: (threshold, all) =>
      `Votes are sealed with a key that ${plural(all, { one: 'one person holds', other: `${n(all)} people share` })}; ${n(threshold)} are needed to open the result.`,
    publicFilesSay: 'The same list stands in every election, and whoever verifies an archive checks all of it.',

    planRefusals: {
      too_few: 'Choose at least two people. For one alone, bring their finished list.',
      too_many: 'Choose up to twenty people.',
      bad_threshold: 'Write a whole number, from 1 to as many people as you chose.',
      waiver_too_long: 'The reason is too long: up to 2000 signs.',
      waiver_missing: (threshold, all) =>
        `${n(threshold)} of ${n(all)} would open. Change the numbers, or write the reason.`,
      unknown_trustee: 'One of these accounts has the role of trustee no more. Choose again.',
      same_name: (name) => `Two people are called ${name}: the list could not tell them apart.`,
      no_contest: 'This consultation has no ballot papers.',
      several_groups: 'The papers use different groups: each would need its own ceremony. Use one alone.',
      under_way: 'There is a ceremony already. To begin another, void it.',
      elections_set_up: 'The elections are set up. Take the credentials back first.',
      too_late: 'The vote was opened already, or the consultation has ended.',
    },
    voidRefusals: {
      no_ceremony: 'There is no ceremony.',
      elections_set_up: 'The elections are set up with this key. Take the credentials back first.',
      reason_missing: 'Write the reason, of up to 2000 signs.',
    },
    fileRefusals: {
      not_json: 'The file is not JSON. Bring the one that the program of trustees wrote.',
      secret_file:
        'That file is your secret. It was not kept, but never bring it: if you sent it by mistake, ask to have the ceremony voided.',
      wrong_form: (place) =>
        `The file does not have its form${place === '' ? '' : `, at ${place}`}. Bring the one that the program of trustees wrote.`,
      other_step: (found, expected) => `That file is of another step (${found}); now it is: ${expected}.`,
      other_ceremony:
        'The file is of another ceremony: the group differs, or how many people there are and how many open.',
      other_place: (found, expected) => `The file is that of number ${n(found)}, and you are number ${n(expected)}.`,
      other_name: (found, expected) =>
        `The file says ${found}, and this place is that of ${expected}. Make it again with that name.`,
      other_files:
        'It was made with other files than those here. Download again what everybody has brought; if it stays so, compare the hashes aloud.',
      does_not_hold: (what) => `It does not pass the checks. ${what}`,
      no_ceremony: 'No ceremony is under way.',
      not_your_ceremony: 'Your account has no place in this ceremony.',
      nothing_awaited: 'The ceremony is over: only rehearsing is left.',
      too_late: 'The vote was opened already, or the consultation has ended.',
      brought_before: (step) => `You brought another file of this step (${step}) before, and that one counts.`,
      group_changed: 'The group of the papers changed since the ceremony began. Ask to have it voided and begun anew.',
      elections_set_up: 'The elections are set up.',
      no_list: 'There is no list of trustees yet to rehearse with.',
      other_list: 'The rehearsal was made with another list of trustees. Download trustees.json from here.',
      not_proven: (owner) => `The proof is not one of the key of number ${n(owner)}.`,
      not_your_place: (found) => `The rehearsal is that of number ${n(found)}, which is not yours.`,
      other_day: (found, today) => `The rehearsal is of ${found}, and today is ${today}. Rehearse today.`,
    },
    faults: {
      key_foreign: 'The public key is of no use in this group.',
      key_repeated: "The public key is another person's.",
      key_unproven: 'The public key does not prove that its owner knows the secret.',
      certificate_unreadable: 'The certificate does not have its form.',
      certificate_foreign: 'A key of the certificate is of no use in this group.',
      certificate_unsigned: 'The certificate is not signed with its own key.',
      certificate_misplaced: 'The certificate is for another group, other numbers or another place.',
      certificate_repeated: "A key of the certificate is another person's.",
      images_unreadable: 'The public part of the deal does not have its form.',
      images_unsigned: 'The public part of the deal is not signed with the key of the certificate.',
      images_miscounted: 'The deal is not for these numbers.',
      images_foreign: 'Something in the public part of the deal is of no use in this group.',
      images_repeated: "The deal repeats another person's.",
      confirmation_wrong: 'The deal was made with other certificates than these.',
      key_mismatched: 'The public key is not the one that all deals give.',
      key_unsigned: 'The public key is not signed by its owner.',
      message_unreadable: 'A sealed part of the deal does not have its form.',
      message_unsigned: 'A sealed part is not signed.',
      message_misdirected: 'A sealed part was for another person.',
      content_unreadable: 'A sealed part does not have its form.',
      share_wrong: 'A part is not the one that the deal promises.',
      wrong_number: 'The deal has not one part for each person.',
    },
  };
};
