import type { SimulationRefusal, SimulationStage } from '@convite/crypto';
import type { SimulateRequest } from '../arguments/simulate-request.ts';
import type { OutFault } from '../simulate/out-folder.ts';

/** Every sentence of `convite simulate`, in one language. */
export interface SimulateWords {
  readonly refusal: (refusal: SimulationRefusal, request: SimulateRequest) => string;
  readonly folder: (fault: OutFault, path: string) => string;
  readonly started: (ballots: number, size: string, duration: string) => string;
  readonly stage: Readonly<Record<SimulationStage, string>>;
  readonly made: (name: string) => string;
  readonly sizes: (voters: number, ballots: number) => string;
  readonly headings: Readonly<Record<'files' | 'check', string>>;
  readonly archive: (path: string, size: string) => string;
  readonly side: (path: string) => string;
  readonly secrets: (path: string) => string;
  readonly seeded: string;
  readonly took: (seconds: string) => string;
}
