import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { Point, order, power, textOf } from './backends.fixture.ts';
import { knownAnswer, knownQuestion } from './known-answer.ts';
import type { CurveCore } from './curve.ts';
import { loadCurveCore } from './load-curve.ts';
import { passes } from './load-scalar-curve.ts';
import { fusedModule, scalarModule } from './modules.ts';
import { modulo, scalarProbe } from './probes.fixture.ts';
import { laneProbeModule, scalarProbeModule } from './probe-modules.fixture.ts';
import type { WasmModule } from './wasm-engine.ts';

const bytesOf = ({ deflated }: WasmModule): Buffer => inflateRawSync(Buffer.from(deflated, 'base64'));

/** The module with one constant changed: the bytes, found once, are replaced. */
function damaged(module: WasmModule, bytes: string, by: string): WasmModule {
  const hex = bytesOf(module).toString('hex');
  expect(hex).toContain(bytes);
  return { sha256: '', deflated: deflateRawSync(Buffer.from(hex.replace(bytes, by), 'hex')).toString('base64') };
}

const modules = { scalar: scalarModule, fused: fusedModule };
/** The bits of 1.5·2^103 + 3·2^51, with which the low part of each product is taken: one unit off. */
const offByOne = damaged(fusedModule, '0300000000006846', '0400000000006846');
/** The first word of the curve's constant d: every point goes wrong, or g is none. */
const otherCurve = damaged(scalarModule, 'a3785913ca4deb75', 'a3785913ca4deb74');
/** The first round constant of SHA-256, as the module holds it. */
const otherHash = damaged(scalarModule, '982f8a42', '982f8a43');
const noModule: WasmModule = { sha256: '', deflated: '' };
/** Inflates, to no module. */
const otherBytes: WasmModule = { sha256: '', deflated: deflateRawSync(Buffer.from('no module')).toString('base64') };
const garbage: WasmModule = { sha256: '', deflated: Buffer.from([255, 255, 255]).toString('base64') };

describe('loading the arithmetic core', () => {
  it('prefers the two-lane module', async () => {
    const core = await loadCurveCore();
    expect(core.ok && [core.value.name, core.value.fusedRefusal]).toEqual(['wasm-fused', undefined]);
  });

  it('takes the scalar module where that is wanted', async () => {
    const core = await loadCurveCore('wasm-scalar');
    expect(core.ok && [core.value.name, core.value.fusedRefusal]).toEqual(['wasm-scalar', 'not_wanted']);
  });

  it('falls back to the scalar module where the engine refuses the other, and says so', async () => {
    const core = await loadCurveCore('wasm-fused', { ...modules, fused: noModule });
    expect(core.ok && [core.value.name, core.value.fusedRefusal]).toEqual(['wasm-scalar', 'not_supported']);
  });

  it('falls back to the scalar module where the other gives a wrong answer, and says so', async () => {
    const core = await loadCurveCore('wasm-fused', { ...modules, fused: offByOne });
    expect(core.ok && [core.value.name, core.value.fusedRefusal]).toEqual(['wasm-scalar', 'wrong_answers']);
  });

  it('refuses where both give wrong answers, whether of the curve or of the hash', async () => {
    expect(await loadCurveCore('wasm-fused', { scalar: otherHash, fused: offByOne })).toEqual({
      ok: false,
      error: 'wrong_answers',
    });
    expect(await loadCurveCore('wasm-fused', { scalar: otherHash, fused: fusedModule })).toEqual({
      ok: false,
      error: 'wrong_answers',
    });
    expect((await loadCurveCore('wasm-fused', { scalar: otherCurve, fused: fusedModule })).ok).toBe(false);
  });

  it.each([
    ['nothing', noModule],
    ['bytes that are no module', otherBytes],
    ['what does not inflate', garbage],
  ])('refuses where the engine takes no module: %s', async (_, module) => {
    const core = await loadCurveCore('wasm-fused', { scalar: module, fused: module });
    expect(core).toEqual({ ok: false, error: 'not_supported' });
  });
});

describe('a core that fails while it is asked', () => {
  it('does not pass where the engine stops it, and a fault of ours is thrown on', async () => {
    const loaded = await loadCurveCore('wasm-scalar');
    if (!loaded.ok) throw new Error(loaded.error);
    const failing = (fault: () => void): CurveCore => ({
      ...loaded.value,
      readTexts: (texts) => {
        fault();
        return loaded.value.readTexts(texts);
      },
    });
    const outOfMemory = (): void => scalarProbe.fromBytes(0, 2 ** 31 - 64);
    const ours = (): void => {
      throw new RangeError('ours');
    };
    expect(passes(loaded.value)).toBe(true);
    expect(passes(failing(outOfMemory))).toBe(false);
    expect(() => passes(failing(ours))).toThrow('ours');
    expect(passes({ ...loaded.value, readTexts: () => ({ ok: false, error: { index: 0 } }) })).toBe(false);
    expect(passes({ ...loaded.value, checkProofs: () => ['holds', 'holds', 'holds'] })).toBe(false);
    expect(passes({ ...loaded.value, prove: () => [new Uint8Array(128)] })).toBe(false);
  });

  it('throws for a module that is not base64, which only a broken build writes', async () => {
    await expect(loadCurveCore('wasm-scalar', { ...modules, scalar: { sha256: '', deflated: '*' } })).rejects.toThrow();
  });
});

describe('the known answer', () => {
  it('is what another library computes', () => {
    const { randomness: r, drawn, prefix } = knownQuestion;
    const key = power(Point.BASE, knownQuestion.key);
    const [alpha, beta] = [power(Point.BASE, r), power(key, r).add(Point.BASE)];
    expect([textOf(alpha), textOf(beta)]).toEqual([knownAnswer.alpha, knownAnswer.beta]);
    const [c0, r0, c1, r1] = drawn;
    const commitments = [
      power(Point.BASE, r0).add(power(alpha, c0)),
      power(key, r0).add(power(beta, c0)),
      power(Point.BASE, r1).add(power(alpha, c1)),
      power(key, r1).add(power(beta.add(Point.BASE.negate()), c1)),
    ];
    const digest = sha256(new TextEncoder().encode(prefix + commitments.map(textOf).join()));
    const delta = BigInt(`0x${Buffer.from(digest).toString('hex')}`) - c0 - c1;
    expect(knownAnswer.pairs).toEqual([c0, r0, modulo(c1 + delta, order), modulo(r1 - r * delta, order)]);
  });
});

describe('the committed modules', () => {
  it.each([
    ['scalar', scalarModule],
    ['fused', fusedModule],
    ['scalar probe', scalarProbeModule],
    ['lane probe', laneProbeModule],
  ])('%s has the hash that stands beside it', (_, module) => {
    expect(createHash('sha256').update(bytesOf(module)).digest('hex')).toBe(module.sha256);
  });

  it('take less than 14 kB of a compressed page together', () => {
    expect(gzipSync(scalarModule.deflated + fusedModule.deflated).length).toBeLessThan(14_000);
  });
});
