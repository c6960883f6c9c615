import { count, counterfactuals, defaultRuleSet, parsePabulib } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { readFileSync } from 'node:fs';

/** Counts a file by equal shares with Add1, searches what would have changed one project's fate, and says what that took. */
const [path = '', id = ''] = process.argv.slice(2);
const file = parsePabulib(readFileSync(path));
invariant(file.ok, 'the file is a vote');
const { instance, profile } = file.value;
const base = defaultRuleSet('equal-shares', profile.kind);
invariant(base.rule === 'equal-shares', 'the default of a rule is of that rule');
const ruleSet = { ...base, completion: 'add1', ties: ['project-id'] } as const;
const outcome = count(instance, profile, { ...ruleSet, ties: [...ruleSet.ties] });
invariant(outcome.ok, 'the rule goes with the vote');
const project = instance.projects.findIndex((candidate) => candidate.id === id);
const before = process.cpuUsage();
const { recounts } = counterfactuals(
  instance,
  profile,
  { ...ruleSet, ties: [...ruleSet.ties] },
  outcome.value,
  project,
);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ recounts, cpu: (user + system) / 1e6 }));
