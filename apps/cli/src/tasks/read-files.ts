import { type Codec, Misread, readText as readByCodec } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { inputFault } from '../count/read-input.ts';
import { isOpenToOthers } from './new-files.ts';
import type { FileKind, TaskRefusal } from './refusal.ts';
import type { TaskContext } from './task.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file named on the command line. */
export async function readTextFile(
  context: TaskContext,
  given: string,
  kind: FileKind,
): Promise<Result<string, TaskRefusal>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(context.path(given));
  } catch (thrown) {
    return err({ type: 'input', path: given, fault: inputFault(thrown) });
  }
  try {
    return ok(decoder.decode(bytes));
  } catch {
    // The decoder throws for one reason: the bytes are no UTF-8.
    return err({ type: 'malformed', path: given, kind, place: '' });
  }
}

/** A file of ours, read against its form. What it holds is never part of the refusal, only where it is wrong. */
export async function readForm<T>(
  context: TaskContext,
  given: string,
  kind: FileKind,
  form: z.ZodType<T>,
): Promise<Result<T, TaskRefusal>> {
  const text = await readTextFile(context, given, kind);
  return text.ok ? parseForm(text.value, given, kind, form) : text;
}

export function parseForm<T>(text: string, path: string, kind: FileKind, form: z.ZodType<T>): Result<T, TaskRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ type: 'malformed', path, kind, place: '' });
  }
  const parsed = form.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({ type: 'malformed', path, kind, place: issue === undefined ? '' : issue.path.join('.') });
}

/** A file in a form of the protocol. */
export async function readWire<T>(
  context: TaskContext,
  given: string,
  kind: FileKind,
  codec: Codec<T>,
): Promise<Result<{ readonly text: string; readonly wire: T }, TaskRefusal>> {
  const text = await readTextFile(context, given, kind);
  if (!text.ok) return text;
  const wire = parseWire(text.value, given, kind, codec);
  return wire.ok ? ok({ text: text.value, wire: wire.value }) : wire;
}

export function parseWire<T>(text: string, path: string, kind: FileKind, codec: Codec<T>): Result<T, TaskRefusal> {
  const wire = readByCodec(codec, text);
  return wire instanceof Misread ? err({ type: 'malformed', path, kind, place: placeIn(wire) }) : ok(wire);
}

export const placeIn = ({ place }: Pick<Misread, 'place'>): string => place.replace(/^\./u, '');

/** A file in a form of a trustee's work. What it holds is never part of the refusal, only where it is wrong. */
export async function readFileForm<T>(
  context: TaskContext,
  given: string,
  kind: FileKind,
  codec: Codec<T>,
): Promise<Result<T, TaskRefusal>> {
  const read = await readWire(context, given, kind, codec);
  return read.ok ? ok(read.value.wire) : read;
}

/** Says so where a file with a secret can be read by others. */
export async function warnWhereOpen(context: TaskContext, given: string): Promise<void> {
  if (await isOpenToOthers(context.path(given))) context.warn(context.words.tasks.openToOthers(given));
}
