import { englishArchiveHelp } from './en-archive-help.ts';
import { englishSimulateHelp } from './en-simulate.ts';
import { englishTaskHelp } from './en-task-help.ts';

/** What `--help` prints. */
export const englishHelp = {
  general: `convite: counts a vote on a budget and checks a sealed one, so that nobody has to be believed

Usage
  npm run -s convite -- count FILE.pb       count the ballots of a file; say who wins, and why not the others
  npm run -s convite -- recount FILE|DIR    count published elections again and compare with the official result
  npm run -s convite -- verify FILE.bel     check everything in the archive of an election with sealed ballots
  npm run -s convite -- inspect FILE.bel    show such an election in plain words, without checking it
  npm run -s convite -- simulate --out DIR  make up a whole such election, to try things out
  npm run -s convite -- registrar TASK      make the codes that people vote with, from a roll
  npm run -s convite -- trustee TASK        make, keep and use a key to the sealed ballots
  npm run -s convite -- ballot TASK         seal a ballot here, and find it on the board
  npm run -s convite -- board TASK          hold a whole such election by files
  npm run -s convite -- COMMAND --help      all about one command
  npm run -s convite -- --version

A .pb file is a Pabulib file: projects with their costs, and every ballot. The count is exact, with no rounding, and
the same on every machine and whatever the order of the lines. A tie that changes who wins is never broken silently:
the command says between which projects lots must be drawn.

A .bel file is the archive of an election in the format of Belenios: every sealed ballot and every proof.

Relative paths start at the folder from which you call. Nothing is sent anywhere, and
nothing is written but where --out and the tasks say.

Ends with 0 when the count is complete or the archive accepted, 1 when the archive is refused, 2 when the input or the
command line cannot be used, 3 when lots are required, 4 when the program could not finish a verification.
`,
  count: `convite count: counts the ballots of one file

Usage
  npm run -s convite -- count FILE.pb [options]
  npm run -s convite -- count - [options] < FILE.pb        reads standard input

The rule: one of the three; without any, --as-declared
  --as-declared        the rule that the file itself names in its META section
  --rule-set FILE      a whole rule set as JSON, as it stands in the “rule” of --json
  --rule RULE          greedy              most votes first, for as long as the money lasts
                       equal-shares        everyone has an equal share; a project is bought by those who chose it
                       phragmen            the cost of each project is spread as evenly as possible (sequential)
                       majority-judgement  best middle grade first; for ballots that give scores

With --rule
  --utility U          what a funded project is worth to those who chose it:
                       cost, cardinality, points, borda (last place 0) or rank-points (last place 1)
                       default: cost for one choice and approval, points for points and scores, borda for ranks
                       greedy goes by utility for each unit of cost; with cost that is by votes
  --completion C       equal-shares: what is done with the money left: none, add1, add1-greedy or greedy
                       default: add1-greedy, raise all shares step by step, then most votes first
  --add1-step N        equal-shares: that step, in units of the currency; default 1
  --threshold N        fewest votes with which a project takes part

Ties
  --ties refuse        leave a tie that changes who wins to lots (default)
  --ties project-id    the project with the lower id first, character by character (10 before 2)
  --ties lots:A,B,C    the projects in the order in which they were drawn

Output
  --lang es|en         language; default from LC_ALL or LANG
  --json               one JSON object with every round and every reason, amounts as exact texts

Examples
  npm run -s convite -- count town.pb
  npm run -s convite -- count town.pb --rule equal-shares --completion add1
  npm run -s convite -- count town.pb --rule greedy --threshold 30 --ties lots:7,12
  npm run -s convite -- count town.pb --json > town.json

Ends with 0 when the count is complete, 2 when the input or the command line cannot be used, 3 when lots are required.
`,
  recount: `convite recount: counts published elections again and compares with the official result

Usage
  npm run -s convite -- recount FILE|DIR [--lang es|en] [--json]

Every .pb file (of a folder: those of its folders too) is counted under the rule that it declares. The winners are
compared with the projects that the file marks as officially selected (selected = 1). Ends with a table by declared
rule, and for each difference the first round that differs.

  reproduced   the same projects; or one of the results that lots may give, where the rule leaves a tie
  known        another result, for a reason that is on record
  unknown      another result, without a known reason

Files that declare no rule, or have no official result, are listed and not compared. Uses all cores; progress goes to
standard error.

Ends with 0 when every file was read and counted, whatever the differences; 2 when one cannot be used; 3 when one needs
lots and the official result is none of those that lots may give.
`,
  ...englishArchiveHelp,
  simulate: englishSimulateHelp,
  ...englishTaskHelp,
} as const;
