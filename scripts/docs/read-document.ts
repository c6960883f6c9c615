/** A path or a command that a document names, with the line it stands on. */
export interface Mention {
  readonly kind: 'path' | 'script' | 'link' | 'convite';
  readonly text: string;
  readonly line: number;
}

// What is written in a document as a path of this project: it begins at the root, at a room or at the document itself.
const pathLike = /^(?:\.{0,2}\/)?[\w.@()[\]-]+(?:\/[\w.@*()[\]-]+)*\/?$/;
const rooms = /^(?:packages|apps|docs|scripts|src|bench|e2e|fixtures|\.ci)\//;
const fileLike = /^(?:[\w-]+\/)+[\w.-]+\.(?:md|json|ts|tsx|mjs|sql|css|html|yaml|bib|png|svg)$|^[\w.-]+\.(?:md|json)$/;

/**
 * Finds in a Markdown text: targets of links, paths in code (`packages/kernel`), `npm run …` and `npm test`/`start`, and
 * commands of the command line.
 *
 * Requires: a path that is only an example holds a placeholder (`<rule>`, `{hash}`, `FILE`, `*`) or an address scheme.
 */
export function mentionsIn(text: string): readonly Mention[] {
  let inFence = false;
  return text.split('\n').flatMap((content, index) => {
    const line = index + 1;
    if (/^\s*(?:```|~~~)/.test(content)) {
      inFence = !inFence;
      return [];
    }
    const codes = inFence ? [content] : [...content.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    const links = inFence ? [] : [...content.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    return [
      ...links
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target): Mention => ({ kind: 'link', text: target, line })),
      ...codes.flatMap((code) => mentionsInCode(code, line)),
    ];
  });
}

function mentionsInCode(code: string, line: number): readonly Mention[] {
  const scripts = [...code.matchAll(/\bnpm (?:(?:run|run-script)(?: -s| --silent)* ([\w:.-]+)|(test|start)\b)/g)];
  const commands = [...code.matchAll(/(?:^|npm run (?:-s )?)convite (?:-- )?([a-z][a-z-]+)\b/g)];
  // What stands behind a command of ours is a file of whoever calls it.
  const words = code
    .replace(/\bconvite -- .*$/, '')
    .split(/[\s=,;"']+/)
    .map((word) => word.replace(/[:.]$/, ''));
  const isPath = (word: string): boolean =>
    pathLike.test(word) && !/[*{}<>]|\bFILE\b/.test(word) && (rooms.test(word) || fileLike.test(word));
  return [
    ...scripts.map(([, run, short]): Mention => ({ kind: 'script', text: run ?? short ?? '', line })),
    ...commands.map(([, name = '']): Mention => ({ kind: 'convite', text: name, line })),
    ...words.filter(isPath).map((word): Mention => ({ kind: 'path', text: word, line })),
  ];
}
