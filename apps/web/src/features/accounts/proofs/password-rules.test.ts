import { expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';

const ana = { email: 'ana.ramirez@enramada.example', name: 'Ana Ramírez' };
const problem = (password: string) => passwordProblem(password, ana);

it('takes what is long and strange, in any script and without any rule of signs', () => {
  for (const good of [
    'mango verde con sal',
    'ríos de piedra azul',
    'кавун у холодку',
    'шановні сусіди',
    'x7#pQ2!mZ9$k',
  ]) {
    expect(problem(good)).toBeUndefined();
  }
});

it('counts signs as people do', () => {
  expect(problem('🌱🌿🍃🌾🌵🌴🌳🌲🍂🍁🍄')).toBe('too_short');
  expect(problem('🌱🌿🍃🌾🌵🌴🌳🌲🍂🍁🍄🌺')).toBeUndefined();
  expect(problem('a1b2c3d4e5f')).toBe('too_short');
  expect(problem('mango verde '.repeat(22))).toBe('too_long');
});

it('refuses patterns, however long', () => {
  for (const plain of [
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'qwertyuiopasdfgh',
    'abcdefghijklmnop',
    '9876543210987654',
    'Password12345',
    'contraseña2026',
    'AdminAdminAdmin',
  ]) {
    expect(problem(plain)).toBe('too_plain');
  }
});

it('refuses what is made of the own name or address', () => {
  for (const own of ['Ramirez2026!', 'enramada2026', 'RamírezRamírez']) expect(problem(own)).toBe('names_you');
});
