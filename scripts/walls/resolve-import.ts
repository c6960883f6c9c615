import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Workspace } from './workspaces.ts';

/** Where an import leads. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'deep'; readonly workspace: Workspace };

/** Follows a specifier from the file that holds it. Requires: relative specifiers name a file with its ending. */
export function resolveImport(from: string, specifier: string, workspaces: readonly Workspace[]): Target {
  if (specifier.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), specifier) };
  if (isBuiltin(specifier)) return { kind: 'node', name: specifier };
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const workspace = workspaces.find((each) => each.folder !== '' && each.name === name);
  if (workspace === undefined) return { kind: 'package', name };
  return specifier === name && workspace.entry !== undefined
    ? { kind: 'file', path: workspace.entry }
    : { kind: 'deep', workspace };
}
