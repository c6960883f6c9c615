import { expect, test } from 'vitest';
import { mustRead, smallText } from './small-file.fixture.ts';
import { withoutVoters } from './without-voters.ts';

test('nothing stays of the voters but how they voted, in an order that says nothing of them', () => {
  const file = mustRead(
    smallText({ votes: ['age;voter_id;sex;vote', '71;9;F;B', '16;8;M;', '33;7;F;B,A', '40;6;M;B'] }),
  );
  expect(withoutVoters(file).split('VOTES\n')[1]).toBe('voter_id;vote\n1;A,B\n2;B\n3;B\n4;\n');
  expect(withoutVoters(file).split('VOTES\n')[0]).toBe(file.source.split('VOTES\n')[0]);
});

test('weights become one record for each group, and num_votes their number', () => {
  const meta = ['num_votes;4', 'budget;100', 'vote_type;approval', 'rule;greedy', 'currency;XTS'];
  const file = mustRead(smallText({ meta, votes: ['voter_id;vote;weight', 'a;B;2', 'b;;1', 'c;A;4', 'd;B;3'] }));
  const text = withoutVoters(file);
  expect(text.split('VOTES\n')[1]).toBe('voter_id;vote;weight\n1;A;4\n2;B;5\n3;;1\n');
  expect(mustRead(text).profile).toEqual(file.profile);
  expect(mustRead(text).meta.get('num_votes')).toBe('3');
});

test('line ends stay what they were', () => {
  const text = withoutVoters(mustRead(smallText({}).replaceAll('\n', '\r\n')));
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});
