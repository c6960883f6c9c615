import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDocuments } from './check-documents.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'convite-docs-'));
  mkdirSync(join(root, 'docs/spec'), { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    '{ "scripts": { "test": "x", "start": "x", "check:walls": "x", "convite": "x" } }',
  );
  mkdirSync(join(root, 'packages/kernel/src'), { recursive: true });
  writeFileSync(join(root, 'packages/kernel/package.json'), '{ "name": "kernel" }');
  writeFileSync(join(root, 'packages/kernel/src/index.ts'), '');
  writeFileSync(join(root, 'docs/spec/counting.md'), '# Counting\n\n## C.4 Equal shares, in full\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function dead(text: string): readonly string[] {
  writeFileSync(join(root, 'docs/guide.md'), text);
  return checkDocuments(root, ['count']).dead.map((each) => `${each.kind} ${each.text} ${each.line}`);
}

describe('a document', () => {
  test.each([
    'Run `npm ci && npm start`, then `npm run -s convite -- count FILE.pb` or `npm run check:walls`.',
    'See [the rules](spec/counting.md#c4-equal-shares-in-full), `docs/spec/counting.md` and `spec/counting.md`.',
    'A rule is `packages/counting/src/rules/<rule>/rule.ts`; `https://example.org/a.md`; a page `/recounts/{hash}`.',
    '```\nnpm run -s convite -- count town/vote.json --rule-set rules.json\n```',
    '[elsewhere](https://example.org/missing.md)',
    'packages/nowhere is a path only where it is set as code',
    'Inside a package, `src/index.ts` is enough; `index.ts` alone is any.',
  ])('may say: %s', (text) => expect(dead(text)).toEqual([]));

  test.each([
    ['`packages/nowhere`', 'path packages/nowhere 1'],
    ['a\n\n`docs/spec/cuonting.md`', 'path docs/spec/cuonting.md 3'],
    ['```\nnpm run deploy\n```', 'script deploy 2'],
    ['`npm run -s verify -- FILE`', 'script verify 1'],
    ['[the rules](spec/nowhere.md)', 'link spec/nowhere.md 1'],
    ['[the rules](spec/counting.md#c5)', 'link spec/counting.md#c5 1'],
    ['`npm run -s convite -- verify FILE`', 'convite verify 1'],
  ])('is caught naming what is not there: %s', (text, expected) => expect(dead(text)).toEqual([expected]));
});
