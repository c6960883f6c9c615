import { declaredPolicy, type SimulatedElection, type SimulationPlan } from '@convite/crypto';
import { join } from 'node:path';
import type { SimulateRequest } from '../arguments/simulate-request.ts';
import { heading, type PageLine } from '../output/page.ts';
import { shellWord } from '../output/shell-word.ts';
import type { Words } from '../words/words.ts';

/** A simulation that was written. */
export interface MadeSimulation {
  readonly request: SimulateRequest;
  readonly plan: SimulationPlan;
  readonly made: SimulatedElection;
  readonly names: { readonly archive: string; readonly secrets: string; readonly side: string };
  readonly bytes: number;
  readonly seconds: number;
}

/** What was made, and how anybody can check it. */
export function madePage(
  { request, plan, made, names, bytes, seconds }: MadeSimulation,
  { simulate, archive, verify, figures }: Words,
): readonly PageLine[] {
  const path = (name: string): string => join(request.out, name);
  const isStock = plan.group !== 'Ed25519';
  const side = made.side === undefined ? '' : ` --side ${shellWord(path(names.side))}`;
  const strict = declaredPolicy(plan.description) === undefined ? '' : ` --strict${side}`;
  return [
    { type: 'answer', text: simulate.made(plan.name) },
    simulate.sizes(plan.voters, made.ballots),
    archive.stands[made.state],
    ...heading(simulate.headings.files),
    simulate.archive(path(names.archive), verify.megabytes(bytes)),
    ...(made.side === undefined ? [] : [simulate.side(path(names.side))]),
    simulate.secrets(path(names.secrets)),
    ...(request.seed === undefined ? [] : [simulate.seeded]),
    ...heading(simulate.headings.check),
    `  npm run -s convite -- verify ${shellWord(path(names.archive))}${strict}`,
    ...(isStock ? [`  belenios-tool election verify --dir ${shellWord(request.out)}`] : []),
    '',
    simulate.took(figures.decimal(seconds.toFixed(1))),
  ];
}
