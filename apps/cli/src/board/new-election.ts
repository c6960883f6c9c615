import {
  answersOf,
  approvalsQuestion,
  hashOfText,
  layoutExtra,
  makeElection,
  type NamedLayout,
  newElectionId,
  type Question,
  withPolicy,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { z } from 'zod';
import { shownTracker } from '../tasks/groups-of-signs.ts';
import { writeFiles } from '../tasks/new-files.ts';
import { readForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readTrustees } from '../trustee/read-trustee-files.ts';

const text = z.string();
const options = z.array(text);
const int = z.int().nonnegative();

/** The questions of an election as a person writes them. */
const template = z.strictObject({
  name: text,
  description: z.string().default(''),
  /** SHA-256 of the rule set by which the result is counted. */
  rules: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  questions: z.array(
    z.union([
      z.strictObject({ question: text, answers: options, min: int, max: int, blank: z.boolean().default(false) }),
      z.strictObject({ question: text, approvals: options }),
      z.strictObject({ question: text, ranking: options, ranks: int }),
      z.strictObject({ question: text, points: options, most: int }),
    ]),
  ),
});
type TemplateQuestion = z.infer<typeof template>['questions'][number];

/** Does `convite board election`: the text of an election of ours, which declares our policy. */
export async function newElection(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const read = await readForm(context, context.value('questions'), 'template', template);
  if (!read.ok) return read;
  const list = await readTrustees(context, context.value('trustees'));
  if (!list.ok) return list;
  const { group, electionKey } = list.value.trustees;
  const { name, description, rules, questions } = read.value;
  const uuid = newElectionId(context.random);
  const made = makeElection(group, {
    uuid,
    name,
    description: withPolicy(description, rules),
    key: electionKey,
    questions: questions.map(questionOf),
  });
  if (!made.ok) return err({ type: 'template_election', refusal: made.error });
  const out = context.value('out');
  const written = await writeFiles([{ path: context.path(out), content: made.value, isPrivate: false }]);
  if (!written.ok) return written;
  const fingerprint = hashOfText(nodeSha256.sha256, made.value);
  context.say(context.words.board.electionMade({ out, uuid, fingerprint, shown: shownTracker(fingerprint) }));
  return ok(0);
}

function questionOf(asked: TemplateQuestion): Question {
  if ('answers' in asked) {
    const { question, answers, min, max, blank } = asked;
    return { answers, ...(blank ? { blank } : {}), min, max, question };
  }
  if ('approvals' in asked) return approvalsQuestion(asked.approvals, asked.question);
  const named: NamedLayout =
    'ranking' in asked
      ? { layout: { kind: 'ranking', options: asked.ranking.length, ranks: asked.ranks }, options: asked.ranking }
      : { layout: { kind: 'points', options: asked.points.length, most: asked.most }, options: asked.points };
  const extra: unknown = JSON.parse(layoutExtra.write(named));
  return { type: 'NonHomomorphic', value: { answers: answersOf(named), question: asked.question }, extra };
}
