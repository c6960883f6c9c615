import { count, counterfactuals, defaultRuleSet, parsePabulib } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { readFileSync } from 'node:fs';

/** Counts a file by equal shares with Add1 and says what searching the counterfactuals of some projects takes. */
const [path = '', ...ids] = process.argv.slice(2);
const file = parsePabulib(readFileSync(path));
invariant(file.ok, 'the file is a vote');
const { instance, profile } = file.value;
const base = defaultRuleSet('equal-shares', profile.kind);
invariant(base.rule === 'equal-shares', 'the default of a rule is of that rule');
const ruleSet = { ...base, completion: 'add1' as const, ties: ['project-id' as const] };
const outcome = count(instance, profile, ruleSet);
invariant(outcome.ok, 'the rule goes with the vote');
const found = ids.map((id) => {
  const project = instance.projects.findIndex((candidate) => candidate.id === id);
  const before = process.cpuUsage();
  const { recounts } = counterfactuals(instance, profile, ruleSet, outcome.value, project);
  const { user, system } = process.cpuUsage(before);
  return { id, recounts, cpu: (user + system) / 1e6 };
});
process.stdout.write(JSON.stringify(found));
