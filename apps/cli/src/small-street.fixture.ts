/** A vote of seven on four projects, written as a `.pb` file. */
export interface Street {
  readonly voteType?: string;
  readonly rule?: string | undefined;
  readonly meta?: readonly string[];
  readonly columns?: string;
  readonly projects?: readonly string[];
  readonly voteColumns?: string;
  readonly votes?: readonly string[];
}

const fourProjects = [
  '1;50;Ñandú 公園 park;1',
  '2;50;Bench by the school;0',
  '3;50;Lamp;0',
  '4;80;"Roof; of the ""covered"" market";0',
];

/** The bench and the lamp have two votes each, and there is money for one of them: a greedy count needs lots. */
export const tiedVotes = ['a;1', 'b;1,2', 'c;1', 'd;2', 'e;3', 'f;3', 'g;4'];

/** The bench is ahead of the lamp: nothing is tied that matters. */
const settledVotes = ['a;1', 'b;1,2', 'c;1', 'd;2', 'e;2', 'f;3', 'g;4'];

export function street({
  voteType = 'approval',
  rule = 'greedy',
  meta = [],
  columns = 'project_id;cost;name;selected',
  projects = fourProjects,
  voteColumns = 'voter_id;vote',
  votes = settledVotes,
}: Street = {}): string {
  return [
    'META',
    'key;value',
    'description;The street of the rowan trees',
    'country;Nowhere',
    'unit;Rowan Street',
    'instance;2026',
    `num_projects;${projects.length}`,
    `num_votes;${votes.length}`,
    'budget;100',
    `vote_type;${voteType}`,
    ...(rule === '' ? [] : [`rule;${rule}`]),
    'date_begin;01.06.2026',
    'date_end;07.06.2026',
    'currency;u',
    ...meta,
    'PROJECTS',
    columns,
    ...projects,
    'VOTES',
    voteColumns,
    ...votes,
    '',
  ].join('\n');
}
