import {
  type Randomness,
  seededRandomness,
  simulateElection,
  type SimulatedElection,
  type SimulationPlan,
  type SimulationStep,
  type Suite,
} from '@convite/crypto';
import { loadMachineSuite } from '@convite/machine';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SimulateRequest } from '../arguments/simulate-request.ts';
import { type ExitCode, type Terminal, writeError, writePage } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import { estimate } from './estimate.ts';
import { type OutFolder, openOutFolder } from './out-folder.ts';
import { madePage } from './made-page.ts';
import { planOf } from './plan.ts';
import { simulationProgress } from './progress.ts';

/** With more ballots than this it is said before how long it will take. */
const fewBallots = 100;

const systemRandomness: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Does `convite simulate`. */
export async function runSimulate(request: SimulateRequest, terminal: Terminal, words: Words): Promise<ExitCode> {
  const suite = await loadMachineSuite();
  const plan = planOf(request, Math.floor(Date.now() / 1000));
  const { seed } = request;
  const random = seed === undefined ? systemRandomness : seededRandomness(seed, suite.sha256);
  const run = simulateElection(suite, plan, random);
  if (!run.ok) {
    writeError(terminal, words.simulate.refusal(run.error, request));
    return 2;
  }
  const folder = await openOutFolder(resolve(terminal.folder, request.out));
  if (!folder.ok) {
    writeError(terminal, words.simulate.folder(folder.error, request.out));
    return 2;
  }
  const stop = stopOnSignals(folder.value);
  try {
    announce(suite, plan, terminal, words);
    const started = performance.now();
    const progress = simulationProgress(terminal, words, () => performance.now());
    const { made, bytes } = await writeSteps(run.value, folder.value, progress.show);
    progress.clear();
    const names = fileNames(made, seed !== undefined);
    if (made.side !== undefined) await (await folder.value.begin(false)).write(Buffer.from(made.side));
    await folder.value.finish([names.archive, names.secrets, names.side]);
    const seconds = (performance.now() - started) / 1000;
    writePage(terminal, madePage({ request, plan, made, names, bytes, seconds }, words));
    return 0;
  } catch (fault) {
    folder.value.abandon();
    throw fault;
  } finally {
    stop();
  }
}

function announce(suite: Suite, plan: SimulationPlan, terminal: Terminal, words: Words): void {
  const ballots = plan.until === 'setup' ? plan.voters : plan.voters + plan.revotes;
  if (ballots <= fewBallots) return;
  const { seconds, bytes } = estimate(suite, plan, () => performance.now());
  writeError(
    terminal,
    words.simulate.started(ballots, words.verify.megabytes(bytes), words.verify.duration(Math.max(1, seconds))),
  );
}

/** Writes what the steps give into two files: the archive, and apart from it what only its maker may know. */
async function writeSteps(
  steps: Generator<SimulationStep, SimulatedElection>,
  folder: OutFolder,
  show: (step: SimulationStep) => boolean,
) {
  const archive = await folder.begin(false);
  const secrets = await folder.begin(true);
  let bytes = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { made: step.value, bytes };
    if (step.value.bytes !== undefined) {
      bytes += step.value.bytes.length;
      await archive.write(step.value.bytes);
    }
    const lines = step.value.secrets.map((record) => `${JSON.stringify(record)}\n`);
    if (lines.length > 0) await secrets.write(Buffer.from(lines.join('')));
    // Lets signals through while there is work for minutes.
    if (show(step.value)) await setImmediate();
  }
}

/** The names of the files; a simulation that a seed can repeat says so in all. */
function fileNames({ uuid }: SimulatedElection, isSeeded: boolean) {
  const mark = isSeeded ? 'SIMULATION-' : '';
  const base = `${mark}${uuid}`;
  return { archive: `${base}.bel`, secrets: `${base}-private.jsonl`, side: `${base}.side.json` };
}

/** Leaves nothing half-written when the person stops the program; call what it returns when that is over. */
function stopOnSignals(folder: OutFolder): () => void {
  const codes = { SIGINT: 130, SIGTERM: 143 } as const;
  const stop = (signal: NodeJS.Signals): void => {
    folder.abandon();
    process.exit(signal === 'SIGINT' ? codes.SIGINT : codes.SIGTERM);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}
