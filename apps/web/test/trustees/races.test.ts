import { ceremonyRaces } from './race-cases.ts';

ceremonyRaces(4);
