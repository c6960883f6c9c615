/** The part of the WebAssembly interface that is used; the same in Node and in browsers. */
declare const WebAssembly: {
  readonly instantiate: <Exports>(
    bytes: Uint8Array,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => Promise<{ readonly instance: { readonly exports: Exports } }>;
  readonly CompileError: new () => Error;
  readonly LinkError: new () => Error;
  readonly RuntimeError: new () => Error;
};
declare const atob: (text: string) => string;
interface ByteStream {
  readonly pipeThrough: (through: object) => ByteStream;
}
declare const Blob: new (parts: readonly Uint8Array[]) => { readonly stream: () => ByteStream };
declare const Response: new (body: ByteStream) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
declare const DecompressionStream: new (format: 'deflate-raw') => object;

/** A module as it is committed: raw deflate (RFC 1951) in base64, and the hash of what it inflates to. */
export interface WasmModule {
  readonly sha256: string;
  readonly deflated: string;
}

/** The memory that both modules work in; its buffer is another object after each growth. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

async function bytesOf({ deflated }: WasmModule): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Whether there are modules here at all: a device locked down by its owner, or an old one, has none. */
const hasModules = (): boolean => typeof WebAssembly !== 'undefined' && typeof DecompressionStream !== 'undefined';

/**
 * Compiles a module and starts it.
 *
 * `Exports` is the caller's promise of what the module exports; for our own modules the tests hold it.
 * @returns undefined if the engine does not take the module: damaged, or made with instructions that it has not; or if
 *   it takes none.
 */
export async function startModule<Exports>(
  module: WasmModule,
  imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<Exports | undefined> {
  if (!hasModules()) return undefined;
  try {
    return (await WebAssembly.instantiate<Exports>(await bytesOf(module), imports)).instance.exports;
  } catch (fault) {
    // A TypeError is what the inflater throws for damaged data.
    if (isEngineFault(fault) || fault instanceof TypeError) return undefined;
    throw fault;
  }
}

/** Whether the engine refused a module or stopped one. */
export const isEngineFault = (fault: unknown): boolean =>
  fault instanceof WebAssembly.CompileError ||
  fault instanceof WebAssembly.LinkError ||
  fault instanceof WebAssembly.RuntimeError;
