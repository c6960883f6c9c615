import { entries } from './every-door.fixture.ts';
import { fuzzes } from './fuzz-tests.fixture.ts';

fuzzes(entries.board, 100_000);
