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

/** A module as it is committed. */
export interface WasmModule {
  readonly sha256: string;
  readonly base64: string;
}

/** The memory that both modules work in; its buffer is another object after each growth. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/**
 * Compiles a module and starts it.
 *
 * `Exports` is the caller's promise of what the module exports; for our own modules the tests hold it.
 * @returns undefined if the engine does not take the module: damaged, or made with instructions that it has not.
 */
export async function startModule<Exports>(
  { base64 }: WasmModule,
  imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<Exports | undefined> {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return (await WebAssembly.instantiate<Exports>(bytes, imports)).instance.exports;
  } catch (fault) {
    if (isEngineFault(fault)) return undefined;
    throw fault;
  }
}

/** Whether the engine refused a module or stopped one. */
export const isEngineFault = (fault: unknown): boolean =>
  fault instanceof WebAssembly.CompileError ||
  fault instanceof WebAssembly.LinkError ||
  fault instanceof WebAssembly.RuntimeError;
