import type { LotsMessages } from '../es/lots.ts';
import type { Format } from '../format.ts';

/** The page where a drawn order is typed in. */
export const lots = (f: Format): LotsMessages => ({
  title: 'Lots must be drawn',
  crumb: 'Lots',
  lead: 'These projects are tied and they do not all fit. No one should pick: chance decides, in plain sight.',
  howTitle: 'How it is done',
  how: [
    'Bring people from all sides together. Announce day and hour well before.',
    'Write each project on a slip of the same kind. Fold the slips and put them in a bag.',
    'A person who did not vote draws the slips, one by one.',
    'Read each slip aloud and write the order into the minutes.',
    'Type that order in here. It is counted again and the result stands.',
  ],
  howRail: 'The order is kept with the result. So anyone can repeat the count.',
  typeTitle: 'Type in the order that was drawn',
  typeRail: 'You can choose from the lists or type the codes. One of the two is enough.',
  place: (n) => `Drawn in place ${f.count(n)}`,
  choose: 'Choose the project',
  asText: 'Or type the codes',
  asTextHint: 'One code a line, in the order in which they were drawn.',
  go: 'Count with this order',
  problems: {
    missing: 'A tied project is missing from the order. Choose one in each place.',
    repeated: 'A project stands twice in the order. Leave it only in the place where it was drawn.',
    unknown: 'There is a code that belongs to no tied project. Copy it from the lists.',
  },
  notNeeded: 'This result needs no lots.',
  seeResult: 'See the result',
});
