/**
 * Counts a share of the contests from opened ballots, as the count of an archive does once everything is verified. Arguments:
 * number of this process, of how many, contests, opened ballots in all. Ballots are made first; then it waits for a line,
 * counts, and prints the ballots, the choices in them and the winners.
 */
import { once } from 'node:events';
import { countContest, instanceOfContest, matchPaper, openBallots, type PaperOfContest } from '@convite/archive';
import { defaultRuleSet } from '@convite/counting';
import { approvalsQuestion, packChoices, readLayout } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { projectsOf } from '../consultations/national-tables.ts';

const [own, of, contests, opened] = process.argv.slice(2).map(Number);
invariant(opened !== undefined && contests !== undefined, 'the bench says what is counted');
const rule = defaultRuleSet('equal-shares', 'approval');
const withSeven = projectsOf(contests) - contests * 6;
const most = 3;

function paperOf(contest: number): PaperOfContest {
  const options = Array.from({ length: contest < withSeven ? 7 : 6 }, (_, i) => ({
    ...{ number: i + 1, title: `Obra ${i + 1}`, place: '', theme: '', withdrawn: false },
    cost: String(1000 + 750 * (i + 1)),
  }));
  return { most, may_be_blank: true, envelope: '10000', options };
}

function openedContest(contest: number) {
  const paper = paperOf(contest);
  const question = approvalsQuestion(
    paper.options.map(({ number, title }) => `${number}. ${title}`),
    'Obras',
  );
  const layout = readLayout(question, { maxInts: Infinity });
  invariant(layout.ok && layout.value !== undefined, 'whole ballots are laid out');
  let state = contest * 2 + 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const ballots = Math.floor((opened ?? 0) / (contests ?? 1)) + (contest < (opened ?? 0) % (contests ?? 1) ? 1 : 0);
  const result: (readonly number[])[] = [];
  let choices = 0;
  for (let i = 0; i < ballots; i++) {
    const chosen = new Set(Array.from({ length: 1 + draw(most) }, () => draw(paper.options.length)));
    choices += chosen.size;
    const ints = packChoices(
      layout.value.layout,
      [...chosen].toSorted((a, b) => a - b),
    );
    invariant(ints.ok, 'the choices fit');
    result.push(ints.value);
  }
  return { paper, question, choices, ballots, published: { result: { result: [result] }, weight: BigInt(ballots) } };
}

const made = Array.from({ length: contests }, (_, contest) => contest)
  .filter((contest) => contest % (of ?? 1) === own)
  .map(openedContest);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
let winners = 0;
for (const { paper, question, published } of made) {
  const matched = matchPaper(paper, rule, [question]);
  const instance = instanceOfContest(paper, rule, { currency: 'VES', decimals: 2 });
  invariant(matched.ok && instance.ok, 'the paper is its own');
  const ballots = openBallots(paper, matched.value, published, instance.value);
  invariant(ballots !== undefined && ballots.spoilt === 0, 'the result has the shape of its paper');
  const counted = countContest(instance.value, ballots, rule, undefined, (bytes) => nodeSha256.sha256(bytes));
  invariant(counted.ok, 'the contest can be counted');
  winners += counted.value.outcome.winners.length;
}
const sum = (of: (one: (typeof made)[number]) => number): number => made.reduce((before, one) => before + of(one), 0);
process.stdout.write(
  `${JSON.stringify({ ballots: sum(({ ballots }) => ballots), choices: sum(({ choices }) => choices), winners })}\n`,
);
process.exit();
