/** Pseudo-random numbers from a seed (xorshift32): the same vote on every machine. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/**
 * An approval vote as a `.pb` file: `ballots` voters choose 1 to 5 of `projects`, the first ones more often, so that
 * nearly every ballot is another one once there are many projects. The budget pays for a quarter of all.
 */
export function generatedVote(ballots: number, projects: number, seed = 20_260_601): string {
  const draw = draws(seed);
  const costs = Array.from({ length: projects }, () => 1000 + draw(49_000));
  const budget = Math.floor(costs.reduce((sum, cost) => sum + cost, 0) / 4);
  const votes = Array.from({ length: ballots }, (_, voter) => {
    const chosen = new Set(Array.from({ length: 1 + draw(5) }, () => Math.min(draw(projects), draw(projects))));
    return `${voter};${[...chosen].join(',')}`;
  });
  return [
    'META',
    'key;value',
    'description;Generated',
    'country;Nowhere',
    'unit;Nowhere',
    'instance;2026',
    `num_projects;${projects}`,
    `num_votes;${ballots}`,
    `budget;${budget}`,
    'vote_type;approval',
    'rule;unknown',
    'date_begin;2026',
    'date_end;2026',
    'currency;u',
    'PROJECTS',
    'project_id;cost',
    ...costs.map((cost, project) => `${project};${cost}`),
    'VOTES',
    'voter_id;vote',
    ...votes,
    '',
  ].join('\n');
}
