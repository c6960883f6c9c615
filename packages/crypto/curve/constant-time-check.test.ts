import { describe, expect, it } from 'vitest';
import { constantTimeBreaches } from './constant-time-check.ts';

/** A module with one exported function. */
const moduleOf = (body: string, more = ''): string => `(module
 (import "scalar" "allowed" (func $imported/allowed (param i32)))
 (import "scalar" "other" (func $imported/other (param i32)))
 (export "secret" (func $secret))
 (func $secret (param $0 i32) (param $1 i32)
  (local $2 i32)
${body}
 )${more}
)`;

const countedLoop = (inner: string, step = 'i32.const 1'): string => `
  i32.const 0
  local.set $2
  loop $for-loop|0
   local.get $2
   i32.const 51
   i32.lt_s
   if
    ${inner}
    local.get $2
    ${step}
    i32.add
    local.set $2
    br $for-loop|0
   end
  end`;

const breaches = (text: string): readonly string[] =>
  constantTimeBreaches(text, { exports: ['secret'], imports: ['allowed'] });

describe('the look at the text form', () => {
  it('passes straight code, counted loops one in the other, and calls of what passes itself', () => {
    const inner = countedLoop('call $inner').replaceAll('$2', '$3').replaceAll('for-loop|0', 'for-loop|1');
    const text = moduleOf(countedLoop(inner), '\n (func $inner\n  i32.const 1\n  call $imported/allowed\n )');
    expect(breaches(text)).toEqual([]);
  });

  it('passes a loop that counts down a parameter', () => {
    const loop = `
  loop $L
   local.get $1
   i32.const 0
   i32.gt_s
   if
    local.get $1
    i32.const 1
    i32.sub
    local.set $1
    br $L
   end
  end`;
    expect(breaches(moduleOf(loop))).toEqual([]);
  });

  it.each([
    ['a select', 'local.get $0\n  local.get $1\n  local.get $2\n  select'],
    ['a branch on a value', 'local.get $0\n  if\n   nop\n  end'],
    ['a branch with two ways', 'local.get $0\n  if (result i32)\n   i32.const 1\n  else\n   i32.const 2\n  end'],
    ['a conditional jump', 'block $B\n   local.get $0\n   br_if $B\n  end'],
    ['a table of jumps', 'block $B\n   local.get $0\n   br_table $B $B\n  end'],
    ['an indirect call', 'local.get $0\n  call_indirect (type $t)'],
    ['an early return', 'local.get $0\n  return'],
    ['an import that is not allowed', 'local.get $0\n  call $imported/other'],
    ['a function that is not there', 'call $nowhere'],
    ['a branch inside a counted loop', countedLoop('local.get $0\n if\n nop\n end')],
    [
      'a loop bounded by what was read from memory',
      countedLoop('nop').replace('i32.const 51', 'local.get $0\n i32.load'),
    ],
    [
      'a loop bounded by a local set from memory',
      `i32.const 8\n i32.load\n local.set $1\n ${countedLoop('nop').replace('i32.const 51', 'local.get $1')}`,
    ],
    ['a loop whose counter steps by a value', countedLoop('nop', 'local.get $0')],
    ['a loop whose counter is set from memory', countedLoop('local.get $0\n i32.load\n local.set $2')],
    ['a loop left by its middle', countedLoop('local.get $0\n br_if $for-loop|0')],
    [
      'a loop that starts from a value',
      countedLoop('nop').replace('i32.const 0\n  local.set $2', 'local.get $0\n i32.load\n local.set $2'),
    ],
  ])('catches %s', (_, body) => {
    expect(breaches(moduleOf(body))).not.toEqual([]);
  });

  it('catches a select in a function that is only called', () => {
    const text = moduleOf('call $inner', '\n (func $inner\n  local.get $0\n  select\n )');
    expect(breaches(text)).toEqual(['$inner: select (line 2)']);
  });

  it('catches a name that is not exported, so that none is forgotten when it is renamed', () => {
    expect(constantTimeBreaches(moduleOf(''), { exports: ['gone'], imports: [] })).toEqual(['gone: not exported']);
  });
});
