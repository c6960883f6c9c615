import type { Messages } from '../es/messages.ts';
import type { Format } from '../format.ts';
import { accounts } from './accounts.ts';
import { ballots } from './ballots.ts';
import { booth } from './booth.ts';
import { consultations } from './consultations.ts';
import { controlRoom } from './control-room.ts';
import { demo } from './demo.ts';
import { drafts } from './drafts.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { lots } from './lots.ts';
import { observers } from './observers.ts';
import { optionForms } from './option-forms.ts';
import { optionOrder } from './option-order.ts';
import { preparation } from './preparation.ts';
import { project } from './project.ts';
import { result } from './result.ts';
import { results } from './results.ts';
import { rolls } from './rolls.ts';
import { rules } from './rules.ts';
import { secondFactor } from './second-factor.ts';
import { states } from './states.ts';
import { stations } from './stations.ts';
import { tables } from './tables.ts';
import { tally } from './tally.ts';
import { territories } from './territories.ts';
import { trustees } from './trustees.ts';

/** All texts in English. */
export const english = (format: Format): Messages => ({
  accounts: accounts(format),
  ballots: ballots(format),
  booth: booth(format),
  consultations: consultations(format),
  controlRoom: controlRoom(format),
  demo: demo(format),
  drafts: drafts(format),
  frame: frame(),
  home: home(format),
  lots: lots(format),
  observers: observers(format),
  optionForms: optionForms(format),
  optionOrder: optionOrder(),
  preparation: preparation(format),
  project: project(format),
  result: result(format),
  results: results(format),
  rolls: rolls(format),
  rules: rules(format),
  secondFactor: secondFactor(format),
  states: states(format),
  stations: stations(),
  tables: tables(format),
  tally: tally(format),
  territories: territories(format),
  trustees: trustees(format),
});
