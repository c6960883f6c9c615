import { sha256Hex, type Sha256Maker, utf8 } from '@convite/crypto';
import { type CredentialOrder, orderHashInput, type OrderProblem, readOrder } from '@convite/domain';
import { ok, type Result } from '@convite/kernel';

/** An order as it was read, with the hash that the file for the site names. */
export interface OpenedOrder {
  readonly order: CredentialOrder;
  /** 64 hexadecimal digits. Source: docs/spec/preparation.md, A.14. */
  readonly hash: string;
  readonly text: string;
}

/** Reads an order, and its hash. */
export function openOrder(text: string, { sha256 }: Pick<Sha256Maker, 'sha256'>): Result<OpenedOrder, OrderProblem> {
  const order = readOrder(text);
  if (!order.ok) return order;
  return ok({ order: order.value, hash: sha256Hex(sha256(utf8(orderHashInput(text)))), text });
}

/** The salt of a roll as it was copied: 64 hexadecimal digits, with spaces or without; undefined for anything else. */
export function readSalt(text: string): Uint8Array | undefined {
  const digits = text.replaceAll(/\s/gu, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/u.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}
