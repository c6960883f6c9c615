import type { OptionOrderMessages } from '../es/option-order.ts';

/** The order in which options stand on papers, and its public draw. */
export const optionOrder = (): OptionOrderMessages => ({
  publicTitle: 'The order of the options',
  publicDrawn: (when) => `It came of a public draw, recorded on ${when}. Numbers do not change.`,
  byNumber: 'They stand in the order of their numbers, the same for everyone. No other was drawn.',
  check: 'Check the draw',
  checkSays: [
    'For each option take the SHA-256 of four lines: “convite-order-1”, the seed, the id of the ballot paper and the number.',
    'Options go from the least hash to the greatest. The first is computed like this:',
  ],
  seed: 'Seed of the draw',

  title: 'Order of the options',
  lead: [
    'Whoever stands at the top of a list has an advantage. So the order is drawn in public.',
    'It is drawn once, between freezing the rule and writing the elections. The numbers of options do not change.',
  ],
  early: ['It is drawn after the rule is frozen, when nobody changes the options any more.'],
  late: ['It was not drawn: options stand in the order of their numbers. Elections are being written already.'],
  isDrawn: ['The order is drawn. Each ballot paper has its own, and anybody can compute it.'],
  drawn: 'What was drawn',
  when: 'Recorded on',
  record: 'Record what was drawn',
  recordRail: [
    'Draw something that nobody can choose: a lottery, or the dice of several people.',
    'One guarantor writes it letter by letter. Another one, who was there, agrees.',
  ],
  seedHint: 'Letter by letter, on one line: dice 3 1 4 1 5.',
  how: 'What was drawn, where and before whom',
  howHint: 'For example: five dice at the assembly of 3 May, thrown by five neighbours.',
  missing: 'The order of the options was not drawn: they stand by their numbers',
  actTitle: (title) => `Record the draw of the order of options of “${title}”`,
  actSays: ['Agree only if you were there and this is what was drawn. It is not drawn again.'],
  refused: {
    not_now: 'It is possible only between freezing the rule and writing the elections.',
    already_drawn: 'The order is drawn already. It is not drawn again.',
    seed_malformed: 'Write the seed on one line, and do not leave it empty.',
    how_missing: 'Write what was drawn, where and before whom, in up to 1000 characters.',
    already_proposed: 'This is proposed already and waits for the second person.',
    not_allowed: 'Your account cannot propose this.',
    reason_missing: 'Write the reason. Everyone will be able to read it.',
  },
});
