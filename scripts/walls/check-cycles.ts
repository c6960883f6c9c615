import type { Breach } from './breach.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceFile } from './source-files.ts';
import type { Workspace } from './workspaces.ts';

/**
 * Every group of files that import each other in a circle, imports of types included: one breach for each group.
 *
 * Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
 * Cost: O(files + imports).
 */
export function checkCycles(files: readonly SourceFile[], workspaces: readonly Workspace[]): readonly Breach[] {
  const importsOf = new Map(
    files.map(({ path, module }) => [
      path,
      (module?.imports ?? []).flatMap(({ specifier }) => {
        const target = resolveImport(path, specifier, workspaces);
        return target.kind === 'file' ? [target.path] : [];
      }),
    ]),
  );
  return stronglyConnected(importsOf).map((circle) => ({
    file: circle[0] ?? '',
    says: `imports itself in a circle: ${shortestCircle(circle, importsOf).join(' → ')}`,
  }));
}

function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    let lowest = index;
    open.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue;
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, order.get(next) ?? lowest);
    }
    low.set(node, lowest);
    if (lowest === index) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1 || (edges.get(node) ?? []).includes(node)) found.push(group.toSorted());
    }
    return lowest;
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}

function shortestCircle(group: readonly string[], edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const start = group[0] ?? '';
  let paths: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  while (paths.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const path of paths)
      for (const next of edges.get(path.at(-1) ?? '') ?? []) {
        if (next === start) return [...path, start];
        if (!group.includes(next) || seen.has(next)) continue;
        seen.add(next);
        longer.push([...path, next]);
      }
    paths = longer;
  }
  return group;
}
