import { resolve } from 'node:path';
import { createHash } from 'node:crypto';
import type { PabulibFile, RuleSet } from '@convite/counting';
import { err, type Result } from '@convite/kernel';
import type { CountRequest } from '../arguments/count-request.ts';
import { shellWord } from '../output/shell-word.ts';
import { type ExitCode, pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import { readInput } from './read-input.ts';

const problemsShown = 20;

/** Does `convite count`. Everything heavy is loaded only once there is something to count. */
export async function runCount(request: CountRequest, terminal: Terminal, words: Words): Promise<ExitCode> {
  const refuse = (text: string): ExitCode => {
    writeError(terminal, text);
    return 2;
  };
  if (request.input === '-' && terminal.stdin.isTTY) writeError(terminal, words.refusal.waitingForInput);
  const bytes = await readInput(request.input, terminal.folder, terminal.stdin);
  if (!bytes.ok) return refuse(words.refusal.input(bytes.error, request.input));
  const { canonicalRuleSet, count, makeReport, parsePabulib, problemMessage } = await import('@convite/counting');
  const file = parsePabulib(bytes.value);
  if (!file.ok) {
    const shown = file.error.slice(0, problemsShown);
    return refuse(
      [
        words.refusal.unusable(request.input, file.error.length),
        ...shown.map((problem) => `${words.refusal.line(problem.line)}: ${problemMessage(problem, words.language)}`),
        ...(file.error.length > shown.length ? ['…'] : []),
      ].join('\n'),
    );
  }
  const ruleSet = await chooseRuleSet(request, file.value, terminal, words);
  if (!ruleSet.ok) return refuse(ruleSet.error);
  const before = process.cpuUsage();
  const outcome = count(file.value.instance, file.value.profile, ruleSet.value);
  const spent = process.cpuUsage(before);
  if (!outcome.ok) return refuse(words.refusal.count(outcome.error));
  const report = makeReport(
    {
      file: file.value,
      ruleSet: ruleSet.value,
      ruleSha256: sha256(canonicalRuleSet(ruleSet.value)),
      outcome: outcome.value,
    },
    { sha256: sha256(bytes.value), bytes: bytes.value.length },
    (spent.user + spent.system) / 1e6,
  );
  if (request.json) terminal.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const { countPage } = await import('../output/count-page.ts');
    const repeat = {
      command: (ties?: string) => commandLine(request, ties),
      fromStdin: request.input === '-',
      lotsDrawn: typeof request.ties === 'object' ? request.ties.lots : [],
    };
    writePage(terminal, countPage(report, words, repeat, pageWidth(terminal)));
  }
  return report.status === 'complete' ? 0 : 3;
}

async function chooseRuleSet(
  { source, ties }: CountRequest,
  file: PabulibFile,
  terminal: Terminal,
  words: Words,
): Promise<Result<RuleSet, string>> {
  const { declaredRuleSet, undeclaredMessage } = await import('@convite/counting');
  const { readRuleSet, ruleSetOfOptions, withTies } = await import('./choose-rule-set.ts');
  const settle = (ruleSet: RuleSet): Result<RuleSet, string> => {
    const settled = withTies(ruleSet, ties);
    return settled.ok ? settled : err(words.refusal.usage(settled.error, 'count'));
  };
  switch (source.type) {
    case 'declared': {
      const declared = declaredRuleSet(file);
      if (declared.ok) return settle(declared.value);
      return err(`${undeclaredMessage(declared.error, words.language)}\n${words.refusal.chooseRule}`);
    }
    case 'rule_set_file': {
      const bytes = await readInput(resolve(terminal.folder, source.path), terminal.folder, terminal.stdin);
      if (!bytes.ok) return err(words.refusal.input(bytes.error, source.path));
      const ruleSet = readRuleSet(new TextDecoder().decode(bytes.value));
      return ruleSet.ok ? settle(ruleSet.value) : err(words.refusal.ruleSet(ruleSet.error, source.path));
    }
    case 'options':
      return settle(ruleSetOfOptions(source, file.profile.kind));
  }
}

/** The command line that asks for the same count, or for the same with other ties. */
function commandLine({ input, source, ties }: CountRequest, otherTies: string | undefined): string {
  const given = ties === undefined ? undefined : typeof ties === 'string' ? ties : `lots:${ties.lots.join(',')}`;
  const finalTies = otherTies ?? given;
  const options: readonly (readonly [string, string | number | undefined])[] =
    source.type === 'rule_set_file'
      ? [['--rule-set', source.path]]
      : source.type === 'options'
        ? [
            ['--rule', source.rule],
            ['--utility', source.utility],
            ['--completion', source.completion],
            ['--add1-step', source.add1Step],
            ['--threshold', source.threshold],
          ]
        : [];
  return [
    'npm run -s convite -- count',
    shellWord(input),
    ...options.flatMap(([name, value]) => (value === undefined ? [] : [name, shellWord(String(value))])),
    ...(source.type === 'declared' ? ['--as-declared'] : []),
    ...(finalTies === undefined ? [] : ['--ties', shellWord(finalTies)]),
  ].join(' ');
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
