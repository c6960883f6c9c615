/** r = the low 255 bits of 32 bytes, little-endian. */
export function fromBytes(r: usize, bytes: usize): void {
  for (let i: usize = 0; i < 10; i++) {
    const bit: usize = (51 * i + 1) >> 1;
    const byte = min<usize>(bit >> 3, 24);
    const word = load<u64>(bytes + byte) >> <u64>(bit - 8 * byte);
    store<u32>(r + 4 * i, <u32>word & (0x3ffffff >> <u32>(i & 1)));
  }
}
