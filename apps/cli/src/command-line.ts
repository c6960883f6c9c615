import { readFile } from 'node:fs/promises';
import { parseCountRequest } from './arguments/count-request.ts';
import { languageOfAnswer } from './arguments/language.ts';
import { readOptions } from './arguments/read-options.ts';
import { parseInspectRequest } from './arguments/inspect-request.ts';
import { parseRecountRequest } from './arguments/recount-request.ts';
import { parseSimulateRequest } from './arguments/simulate-request.ts';
import { parseVerifyRequest } from './arguments/verify-request.ts';
import { type CommandName, hasTasks, languages, type ToolName } from './arguments/choices.ts';
import type { UsageError } from './arguments/usage-error.ts';
import { type ExitCode, type Terminal, writeError } from './output/terminal.ts';
import type { TaskTable } from './tasks/task.ts';
import type { Words } from './words/words.ts';

/** Does what a command line asks for. Writes to the terminal; never throws for what a person typed or a file holds. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const words = await wordsFor(args, terminal);
  const [first, ...rest] = args;
  if (first === 'count') {
    const request = parseCountRequest(rest);
    if (!request.ok) return refuse(request.error, 'count', terminal, words);
    if (typeof request.value === 'string') return tell(request.value, words.help.count, terminal);
    const { runCount } = await import('./count/run-count.ts');
    return runCount(request.value, terminal, words);
  }
  if (first === 'recount') {
    const request = parseRecountRequest(rest);
    if (!request.ok) return refuse(request.error, 'recount', terminal, words);
    if (typeof request.value === 'string') return tell(request.value, words.help.recount, terminal);
    const { runRecount } = await import('./recount/run-recount.ts');
    return runRecount(request.value, terminal, words);
  }
  if (first === 'verify') {
    const request = parseVerifyRequest(rest);
    if (!request.ok) return refuse(request.error, 'verify', terminal, words);
    if (typeof request.value === 'string') return tell(request.value, words.help.verify, terminal);
    const { runVerify } = await import('./verify/run-verify.ts');
    return runVerify(request.value, terminal, words);
  }
  if (first === 'inspect') {
    const request = parseInspectRequest(rest);
    if (!request.ok) return refuse(request.error, 'inspect', terminal, words);
    if (typeof request.value === 'string') return tell(request.value, words.help.inspect, terminal);
    const { runInspect } = await import('./inspect/run-inspect.ts');
    return runInspect(request.value, terminal, words);
  }
  if (first === 'simulate') {
    const request = parseSimulateRequest(rest);
    if (!request.ok) return refuse(request.error, 'simulate', terminal, words);
    if (typeof request.value === 'string') return tell(request.value, words.help.simulate, terminal);
    const { runSimulate } = await import('./simulate/run-simulate.ts');
    return runSimulate(request.value, terminal, words);
  }
  if (first !== undefined && hasTasks(first)) return useTool(first, rest, terminal, words);
  return withoutCommand(args, terminal, words);
}

const tools: Readonly<Record<ToolName, () => Promise<TaskTable>>> = {
  registrar: async () => (await import('./registrar/registrar-tasks.ts')).registrarTasks,
  trustee: async () => (await import('./trustee/trustee-tasks.ts')).trusteeTasks,
  ballot: async () => (await import('./ballot/ballot-tasks.ts')).ballotTasks,
  board: async () => (await import('./board/board-tasks.ts')).boardTasks,
};

async function useTool(tool: ToolName, args: readonly string[], terminal: Terminal, words: Words): Promise<ExitCode> {
  const { runTask } = await import('./tasks/run-task.ts');
  const ended = await runTask(await tools[tool](), args, terminal, words);
  if (ended === 'help') return tell('help', words.help[tool], terminal);
  return typeof ended === 'number' ? ended : refuse(ended, tool, terminal, words);
}

async function wordsFor(args: readonly string[], { env }: Terminal): Promise<Words> {
  return languageOfAnswer(args, env) === 'es'
    ? (await import('./words/es.ts')).spanish
    : (await import('./words/en.ts')).english;
}

function withoutCommand(args: readonly string[], terminal: Terminal, words: Words): ExitCode | Promise<ExitCode> {
  const given = readOptions(args, { lang: languages });
  if (!given.ok) return refuse(given.error, undefined, terminal, words);
  const [unknown] = given.value.inputs;
  if (unknown !== undefined) return refuse({ type: 'unknown_command', given: unknown }, undefined, terminal, words);
  return tell(given.value.flags.has('version') ? 'version' : 'help', words.help.general, terminal);
}

async function tell(what: 'help' | 'version', help: string, terminal: Terminal): Promise<ExitCode> {
  terminal.stdout.write(what === 'help' ? help : `convite ${await version()}\n`);
  return 0;
}

function refuse(error: UsageError, command: CommandName | undefined, terminal: Terminal, words: Words): ExitCode {
  const help = `npm run -s convite -- ${command === undefined ? '' : `${command} `}--help`;
  writeError(terminal, `${words.refusal.usage(error, command)}\n${words.refusal.seeHelp(help)}`);
  return 2;
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const manifest: unknown = JSON.parse(text);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
