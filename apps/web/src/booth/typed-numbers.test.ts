import { describe, expect, it } from 'vitest';
import { readNumbers } from './typed-numbers.ts';

const paper = new Set([3, 7, 12, 128]);

describe('numbers as people type them', () => {
  it.each([
    ['7, 12', [7, 12]],
    ['07 y 12', [7, 12]],
    ['7-12', [7, 12]],
    ['12.7;3', [12, 7, 3]],
    ['7 7 7', [7]],
    ['٧، ١٢٨', [7, 128]],
    ['७ १२', [7, 12]],
    ['３', [3]],
    ['', []],
    ['ninguno', []],
  ])('%j are those of the paper, each once', (typed, known) => {
    expect(readNumbers(typed, paper)).toEqual({ known, unknown: [] });
  });

  it('that are not on the paper are named as typed, never guessed at', () => {
    expect(readNumbers('7, 99, 0, 712, ٩٩', paper)).toEqual({ known: [7], unknown: ['99', '0', '712'] });
    expect(readNumbers('9'.repeat(400), paper).unknown).toEqual(['9'.repeat(400)]);
  });
});
