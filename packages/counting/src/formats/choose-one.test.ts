import { expect, it } from 'vitest';
import { mustRead, smallText } from './small-file.fixture.ts';

it('says of a choose-one ballot that names two projects that it names too many, whatever length the file allows', () => {
  const meta = ['budget;100', 'vote_type;choose-1', 'rule;greedy', 'currency;XTS', 'max_length;5'];
  const file = mustRead(smallText({ meta, votes: ['voter_id;vote', '1;A', '2;A,B'] }));
  const found = file.warnings.filter(({ code }) => code === 'too_many_choices');
  expect(found).toEqual([expect.objectContaining({ found: 2, limit: 1 })]);
});
