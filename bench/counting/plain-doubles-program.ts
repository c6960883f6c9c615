import { parsePabulib, type Profile } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { readFileSync } from 'node:fs';

/**
 * Equal shares with Add1 and cost utilities in plain doubles: no fractions, no guard, ties by position.
 *
 * A yardstick for what exactness costs, and nothing else: on real files such a count loses winners to rounding.
 * Groups equal ballots and keeps lower bounds, as the exact count does.
 */
const [path = ''] = process.argv.slice(2);
const file = parsePabulib(readFileSync(path));
invariant(file.ok, 'the file is a vote');
const { instance, profile } = file.value;
const cost = instance.projects.map((project) => Number(project.cost));
const supporters = groupsByProject(profile, cost.length);
const budget = Number(instance.budget);
const step = 10 ** instance.decimals;

const before = process.cpuUsage();
let share = budget / (profile.ballots - profile.blank);
let winners = buy(share);
while (!winners.spent.isExhaustive) {
  share += step;
  const next = buy(share);
  if (next.spent.money > budget) break;
  winners = next;
}
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({ winners: winners.projects.map((p) => instance.projects[p]?.id), cpu: (user + system) / 1e6 }),
);

function buy(endowment: number) {
  const left = new Float64Array(profile.groups).fill(endowment);
  const bound = new Float64Array(cost.length);
  const waiting = new Set(cost.keys());
  const projects: number[] = [];
  for (;;) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const p of [...waiting].toSorted((a, b) => (bound[a] ?? 0) - (bound[b] ?? 0))) {
      if ((bound[p] ?? 0) >= least) break;
      const price = priceOf(p, left);
      bound[p] = price;
      if (price === Number.POSITIVE_INFINITY) waiting.delete(p);
      else if (price < least) [best, least] = [p, price];
    }
    if (best < 0) break;
    for (const g of supporters[best] ?? []) left[g] = Math.max(0, (left[g] ?? 0) - least * (cost[best] ?? 0));
    waiting.delete(best);
    projects.push(best);
  }
  const money = projects.reduce((sum, p) => sum + (cost[p] ?? 0), 0);
  const bought = new Set(projects);
  const isExhaustive = cost.every((c, p) => bought.has(p) || supporters[p]?.length === 0 || money + c > budget);
  return { projects, spent: { money, isExhaustive } };
}

/** Price for each unit of cost: the share of its cost that one full payment is; raised until all can pay who should. */
function priceOf(project: number, left: Float64Array): number {
  const groups = supporters[project] ?? new Uint32Array();
  const total = cost[project] ?? 0;
  let each = 0;
  for (;;) {
    let given = 0;
    let paying = 0;
    for (const g of groups) {
      const rest = left[g] ?? 0;
      const votes = profile.votes[g] ?? 0;
      if (rest < each) given += rest * votes;
      else paying += votes;
    }
    if (paying === 0) return Number.POSITIVE_INFINITY;
    const next = (total - given) / paying;
    if (next <= each) return each / total;
    each = next;
  }
}

function groupsByProject({ groups, start, choice }: Profile, projects: number): readonly Uint32Array[] {
  const lists: number[][] = Array.from({ length: projects }, () => []);
  for (let g = 0; g < groups; g++) {
    for (const p of choice.subarray(start[g], start[g + 1])) lists[p]?.push(g);
  }
  return lists.map((list) => Uint32Array.from(list));
}
