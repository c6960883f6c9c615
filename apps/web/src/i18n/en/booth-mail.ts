import type { BoothMailMessages } from '../es/booth-mail.ts';

/** The code by e-mail beside the letter, in the booth. */
export const boothMail: BoothMailMessages = {
  need: 'The letter with your voting code, and access to your e-mail. No one else should use them.',

  addressTitle: 'Get a code by e-mail',
  addressSays: 'Besides the letter, this vote asks for a code that comes to your e-mail.',
  addressLabel: 'Your e-mail address',
  addressHint: 'The one on the roll. For example: name@mail.org',
  addressPrivate: 'This phone does not store the address. It does not go with your vote.',
  addressGo: 'Send me the code',
  have: 'I already have a code',
  addressWrong: 'Type a complete address, such as name@mail.org.',
  addressAgain: 'Type your e-mail: the address is not stored. Your choices are still here.',
  asking: 'We are asking for the code.',

  codeTitle: 'Type the code that came',
  codeLabel: 'Code from the e-mail',
  codeHint: 'It has 8 digits. The last one that was asked for here is good, for 15 minutes.',
  sent: (address) =>
    `We asked for a code for ${address}. If that address is on the roll and has yet to vote, it comes in a few minutes.`,
  sentBefore: (address) => `Use the last code that you asked for here for ${address}.`,
  again: 'Ask for another code',
  other: 'Change the address',
  wait: (seconds) => `You can ask for another code in ${seconds} seconds.`,
  nothingCame:
    'Nothing came? Look in the junk mail too. At most five codes a day are sent from one network to one address.',
  codeMissing: 'Type the 8 digits of the code.',
  checking: 'We are checking the code.',
  triesOver: 'This code was typed wrongly three times and is no longer good. Ask for another.',
  offline: 'There was no answer. Nothing is lost: try again with the same. You have not voted yet.',
  refusals: {
    mailer_away:
      'The mail of this vote does not answer now. No code was sent and you have not voted yet. Try in a few minutes, or go to a table.',
    too_many_questions: 'Too much is asked from this network. Try in ten minutes, or from another network.',
    bad_address: 'Type a complete address, such as name@mail.org.',
    wrong_code:
      'That is not the last code asked for here for this address. Compare it with the e-mail, or ask for another.',
    expired_code: 'The 15 minutes of that code are over. Ask for another.',
    too_many_tries: 'This code was typed wrongly three times and is no longer good. Ask for another.',
    not_open: 'This vote is not open yet.',
    closed: 'This vote has closed. Your vote did not enter.',
    not_found: 'This vote asks for no codes by e-mail. Load the page again.',
  },
  castRefusals: {
    admission_needed: 'The pass that comes with the code by e-mail is missing. Ask for a code.',
    admission_used: 'The pass on this phone belongs to another letter. Use that letter, or ask for a code for yours.',
  },
  helpTitle: 'I cannot read that mail, or have none',
  help: 'Go to a table with your letter and your document. There they check that you are on the roll and give you a pass. With it you vote without e-mail.',

  file: (pass) => [
    'To vote again on another phone, with the same letter and without another code, open this address:',
    pass,
    'Give it to no one: whoever has it together with your letter can change your vote.',
  ],

  secrecyTitle: 'The code by e-mail',
  secrecy: [
    {
      title: 'What it protects.',
      says: 'Whoever finds or copies your letter cannot vote with it. They need your e-mail too.',
    },
    {
      title: 'What is noted.',
      says: 'The server notes that someone received their pass, with a mark instead of the name. The pass is not stored.',
    },
    {
      title: 'What cannot be put together.',
      says: 'Nothing in the database and its copies leads from a person to a vote.',
    },
    {
      title: 'What may become known.',
      says: 'Whoever runs the server and watches while you vote can see that you asked for a code. So can your mail provider.',
    },
    {
      title: 'What might be guessed.',
      says: 'If hardly anyone votes at that hour, who watches the server may guess which envelope is yours.',
    },
    {
      title: 'To vote again.',
      says: 'The same letter and the same pass are good. The pass stays on this phone until you clear it, and in your saved receipt.',
    },
  ],
  stuffingHolds: 'who made the letters is honest, or who runs the server and who gives passes at tables are',
};
