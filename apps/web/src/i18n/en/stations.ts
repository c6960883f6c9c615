import type { StationsMessages } from '../es/stations.ts';

/** Tables where people vote with help. */
export const stations = (): StationsMessages => ({
  publicTitle: 'Vote at a table',
  publicRail: 'For whoever cannot vote on their phone, or prefers help.',
  says: 'There you can vote with a tablet or on paper, and people can help. Bring your letter.',
  station: (name, place, hours) => `${name}, ${place}. ${hours}.`,
  none: 'Ask your community’s commission where the nearest table is.',

  title: 'Tables with help',
  lead: 'There are phones on which one cannot vote. The voting page sends people to these tables.',
  leadDraft: 'An address is no part of the rule: it can be mended after freezing too.',
  leadPublic: 'Every change stands on the public trail, with what was there before and what is now.',
  over: 'The vote is over: tables are not changed any more.',
  written: 'Tables written',
  noneWritten: 'None yet. Meanwhile the page tells people to ask the commission.',
  add: 'Add a table',
  mend: 'Mend this table',
  mendShort: 'Mend',
  mendThis: (name) => `Mend ${name}`,
  remove: 'Remove',
  removeThis: (name) => `Remove ${name}`,
  change: 'Change',
  name: 'Name of the table',
  nameHint: 'As it stands on the door: Table 2, Community house.',
  place: 'Address',
  placeHint: 'Street, number and sector, as you would tell a neighbour.',
  hours: 'When',
  hoursIn: (language) => `When it is open, in ${language}`,
  hoursHint: 'Days and hours: Sunday 7 June, 8:00 to 18:00.',
  missing: 'No table is written for those who cannot vote on their phone',
  refused: {
    not_now: 'The vote is over: tables are not changed any more.',
    unknown_station: 'That table is no longer on the list.',
    repeated_station: 'Another table looks the same. Write another name or another address.',
    too_many_stations: 'A list has up to 60 tables. Remove one to add another.',
  },
});
