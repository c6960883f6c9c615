import type { Result } from '@convite/kernel';
import { codeFiles } from '@convite/registrar';
import { join } from 'node:path';
import { isThere } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { checkCredentials } from './check-credentials.ts';
import { checkCodes } from './consultation/check-codes.ts';

/** Does `convite registrar check`: of a consultation where the folder has its private list, else of one election. */
export async function checkFolder(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const [folder = ''] = context.given.inputs;
  const isConsultation = await isThere(context.path(join(folder, codeFiles.list)));
  return isConsultation ? checkCodes(context) : checkCredentials(context);
}
