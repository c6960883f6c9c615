import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOption, parseSimulateRequest } from './simulate-request.ts';

/** What arguments come to: the request, or the type of the refusal and what it is about. */
function read(line: string) {
  const request = parseSimulateRequest(line.split(' '));
  if (request.ok) return request.value;
  const { error } = request;
  return 'option' in error ? `${error.type} ${error.option}` : error.type;
}

describe('the arguments of simulate', () => {
  it('need a folder alone, and then mean a small street with three trustees', () => {
    expect(read('--out calle')).toEqual({
      out: 'calle',
      group: 'Ed25519',
      questions: [
        { kind: 'homomorphic', answers: 5, min: 1, max: 2, blank: true },
        { kind: 'mixed', ints: 1 },
      ],
      voters: 12,
      revotes: 2,
      trustees: { threshold: 2, size: 3 },
      shuffles: undefined,
      seed: undefined,
      until: 'result',
    });
  });

  it('keep questions in the order in which they are given', () => {
    const line =
      '--out x --mixed 3 --homomorphic 4:0..2 --mixed=1 --homomorphic=2:1..1:blank --group RFC-3526-2048 --voters 7 --revotes 0 --trustees 1 --shuffles 1 --seed Cedro --until tally';
    expect(read(line)).toEqual({
      out: 'x',
      group: 'RFC-3526-2048',
      questions: [
        { kind: 'mixed', ints: 3 },
        { kind: 'homomorphic', answers: 4, min: 0, max: 2, blank: false },
        { kind: 'mixed', ints: 1 },
        { kind: 'homomorphic', answers: 2, min: 1, max: 1, blank: true },
      ],
      voters: 7,
      revotes: 0,
      trustees: 'one',
      shuffles: 1,
      seed: 'Cedro',
      until: 'tally',
    });
  });

  it.each([
    ['--voters 3', 'missing_option --out'],
    ['--out x --homomorphic 5', 'bad_value --homomorphic'],
    ['--out x --homomorphic 5:1..2:blanco', 'bad_value --homomorphic'],
    ['--out x --homomorphic 5:-1..2', 'bad_value --homomorphic'],
    ['--out x --mixed 2 --mixed two', 'bad_value --mixed'],
    ['--out x --trustees 2', 'bad_value --trustees'],
    ['--out x --trustees 2of', 'bad_value --trustees'],
    ['--out x --voters many', 'bad_value --voters'],
    ['--out x --until end', 'bad_value --until'],
    ['--out x --group P-256', 'bad_value --group'],
    ['--out x --out y', 'repeated_option --out'],
    ['--out x --seed', 'missing_value --seed'],
    ['--out x --weights 3', 'unknown_option --weights'],
    ['--out x town.pb', 'no_input_expected'],
  ])('are refused: %s', (line, refusal) => {
    expect(read(line)).toBe(refusal);
  });

  it('ask for help wherever that stands', () => {
    expect(read('--out x --help')).toBe('help');
    expect(read('--version')).toBe('version');
  });

  it('say a question as the command line does', () => {
    const questions = ['--homomorphic 5:1..2', '--homomorphic 5:1..2:blank', '--mixed 4'];
    for (const option of questions) {
      const request = parseSimulateRequest(['--out', 'x', ...option.split(' ')]);
      const [question] = request.ok && typeof request.value === 'object' ? request.value.questions : [];
      expect(question === undefined ? '' : askedOption(question)).toBe(option);
    }
  });

  it('are understood or refused, whatever they are', () => {
    const words = ['--out', '--mixed', '--homomorphic', '--trustees', '--voters', '3:1..2', '2of3', '1', '--', '', '-'];
    const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (line) => {
        expect(typeof parseSimulateRequest(line).ok).toBe('boolean');
      }),
    );
  });
});
