import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readWorkspaces } from '../walls/workspaces.ts';
import { mentionsIn, type Mention } from './read-document.ts';

/** A path or command that a document names and that does not exist. */
export interface DeadMention extends Mention {
  readonly document: string;
}

export interface DocumentCheck {
  readonly documents: number;
  readonly mentions: number;
  readonly dead: readonly DeadMention[];
}

/**
 * Checks every path, link, npm script and command in the Markdown files at the root and below `docs`.
 *
 * A path may begin at the root, beside the document or, as in `src/index.ts`, at a package.
 */
export function checkDocuments(root: string, conviteCommands: readonly string[]): DocumentCheck {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...(existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }) : [])
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const workspaces = readWorkspaces(root).map(({ folder }) => folder);
  const manifest: { readonly scripts?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const found = documents.flatMap((document) =>
    mentionsIn(readFileSync(join(root, document), 'utf8')).map((mention) => ({ document, ...mention })),
  );
  const lives = ({ document, kind, text }: DeadMention): boolean => {
    switch (kind) {
      case 'script':
        return manifest.scripts?.[text] !== undefined;
      case 'convite':
        return conviteCommands.includes(text);
      case 'link':
        return linkLives(root, document, text);
      case 'path':
        return ['', dirname(document), ...workspaces].some((folder) => existsSync(join(root, folder, text)));
    }
  };
  return { documents: documents.length, mentions: found.length, dead: found.filter((mention) => !lives(mention)) };
}

function linkLives(root: string, document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : relative(root, join(root, dirname(document), path));
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || !file.endsWith('.md') || anchorsOf(readFileSync(join(root, file), 'utf8')).has(anchor);
}

const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
