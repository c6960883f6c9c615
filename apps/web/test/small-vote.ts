/** A small vote as people write it; the number makes it another file. */
export const smallVote = (number: number, rule = 'greedy'): string => `META
key;value
description;Vote of the lane ${number}
country;Testland
unit;The Lane
instance;2026
num_projects;3
num_votes;4
budget;100
vote_type;approval
rule;${rule}
date_begin;2026
date_end;2026
PROJECTS
project_id;cost;name
1;60;Bench
2;50;Lamp
3;40;Tree
VOTES
voter_id;age;sex;vote
ana;31;F;1,2
bea;42;F;1
carlos;53;M;2,3
dora;64;F;1,3
`;
