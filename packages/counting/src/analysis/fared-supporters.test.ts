import { describe, expect, it } from 'vitest';
import { mustRead, smallText } from '../formats/small-file.fixture.ts';
import { faredSupporters } from './fared-supporters.ts';

const projects = ['project_id;cost;votes;name', 'A;60;4;Well', 'B;50;3;Bridge', 'C;40;1;Roof', 'D;30;0;Path'];

describe('the supporters of a project', () => {
  it('have another winner where one of their other choices won, and are told which, most first', () => {
    const votes = ['voter_id;vote', '1;A', '2;A,B', '3;A,B', '4;A,C', '5;B'];
    const { instance, profile } = mustRead(smallText({ projects, votes }));
    expect(faredSupporters(instance, profile, [0, 2])).toEqual({
      A: { votes: 4, withOther: 1, also: [{ project: 'C', votes: 1 }] },
      B: { votes: 3, withOther: 2, also: [{ project: 'A', votes: 2 }] },
      C: { votes: 1, withOther: 1, also: [{ project: 'A', votes: 1 }] },
      D: { votes: 0, withOther: 0, also: [] },
    });
  });

  it('are those who gave it more than no points', () => {
    const meta = ['budget;100', 'vote_type;scoring', 'rule;greedy', 'currency;XTS'];
    const votes = ['voter_id;vote;points', '1;A,B;2,0', '2;B,A;3,1'];
    const scored = ['project_id;cost;votes;score;name', 'A;60;2;3;Well', 'B;50;1;3;Bridge'];
    const { instance, profile } = mustRead(smallText({ meta, projects: scored, votes }));
    expect(faredSupporters(instance, profile, [0])).toEqual({
      A: { votes: 2, withOther: 0, also: [] },
      B: { votes: 1, withOther: 1, also: [{ project: 'A', votes: 1 }] },
    });
  });
});
