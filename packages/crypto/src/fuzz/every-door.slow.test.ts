import { entries } from './every-door.fixture.ts';
import { fuzzes } from './fuzz-tests.fixture.ts';

fuzzes(Object.values(entries).flat(), 1_000_000);
