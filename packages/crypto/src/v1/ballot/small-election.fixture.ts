import { invariant } from '@convite/kernel';
import type { GroupName } from '../../primitives/group.ts';
import { testSuite } from '../../verify/machine.fixture.ts';
import { type Election, withElection } from '../election/election.ts';
import { electionWire, type Question } from '../wire/election-wire.ts';

/** The street assembly of Calle Cedro decides: an election with these questions and the key g^secret. */
export function smallElection<R>(
  group: GroupName,
  questions: readonly Question[],
  use: <E>(election: Election<E>, text: string) => R,
  uuid = 'CaLLeCedro1234',
): R {
  const arithmetic = testSuite.group(group);
  const text = electionWire.write({
    version: 1,
    description: 'Asamblea de la calle Cedro, 40 vecinos',
    name: 'Farolas y bancos',
    group,
    public_key: arithmetic.write(arithmetic.power(arithmetic.g, 1_234_567n)),
    questions,
    uuid,
  });
  const log = { made: () => undefined, failed: (check: string) => invariant(false, check) };
  const result = withElection(testSuite, text, log, (election) => ({ value: use(election, text) }));
  invariant(result !== undefined, 'the election can be read');
  return result.value;
}
