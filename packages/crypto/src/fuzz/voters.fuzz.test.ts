import { entries } from './every-door.fixture.ts';
import { fuzzes } from './fuzz-tests.fixture.ts';

fuzzes(entries.voters, 100_000);
