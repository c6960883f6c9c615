import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { spanishMessage } from './es-messages.ts';

const crypto = fileURLToPath(new URL('../../../../packages/crypto/src/', import.meta.url));

/** What the verifier can say, as its source has it: sentences in quotes, and what a form expects. */
function saidIn(path: string): readonly string[] {
  const source = readFileSync(path, 'utf8').replaceAll(/\/\*\*.*?\*\/|^\s*\/\/.*?$/gmsu, '');
  const sentences = [...source.matchAll(/'([A-Z][^'\n]*\.)'|"([A-Z][^"\n]*\.)"|`((?:[A-Z]|\$\{)[^`\n]*\.)`/gu)].map(
    ([, single, double, template]) => single ?? double ?? template ?? '',
  );
  const misread = [...source.matchAll(/Misread\(\w*'*, (?:'([^'\n]*)'|`([^`\n]*)`)/gu)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
  const expected = [...source.matchAll(/stringLike\([^\n]*, '([^'\n]*)'\)/gu)].map(
    ([, what]) => `${what ?? ''} is expected here`,
  );
  const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return [...sentences, ...[...misread, ...expected].map(asSentence)].filter((text) => !text.startsWith('${this.'));
}

const files = globSync(`${crypto}{board,verify,v1,strict}/**/*.ts`).filter(
  (path) => !/\.(?:test|fixture)\.ts$/u.test(path),
);
const said = [...new Set(files.flatMap(saidIn))].map((text) => text.replaceAll(/\$\{[^}]*\}/gu, '42'));

describe('what the verifier says of a failing check, in Spanish', () => {
  it('has every sentence of its source', () => {
    expect(said.length).toBeGreaterThan(120);
    expect(said.filter((text) => spanishMessage(text) === text)).toEqual([]);
  });

  it('keeps what a sentence names, and translates the words among it', () => {
    expect(spanishMessage('Height 7 stands where 5 is due.')).toBe('Está la altura 7 donde corresponde la 5.');
    expect(spanishMessage('The event names none as its parent; before it stands ab.')).toBe(
      'El evento nombra ninguno como su anterior; antes de él está ab.',
    );
    expect(spanishMessage('Ballot cannot stand here. The vote has ended already.')).toBe(
      'Ballot no puede estar aquí. La votación ya terminó.',
    );
    expect(spanishMessage('The decryption of 2 of trustees 1, 3 is missing.')).toBe(
      'Falta el descifrado de 2 de los custodios 1, 3.',
    );
    expect(spanishMessage('The group Ed448 is not known here.')).toBe('Aquí no se conoce el grupo Ed448.');
    expect(spanishMessage('The record is not {"version":1,"timestamp":"…"}: "$&".')).toBe(
      'El registro no es {"version":1,"timestamp":"…"}: "$&".',
    );
  });

  it('leaves a sentence that it does not know as it is', () => {
    expect(spanishMessage('Something new.')).toBe('Something new.');
  });
});
