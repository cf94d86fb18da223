// Text as `pack.rs` writes it, back to the pieces of bytes that it holds.
import { lzma } from "./lzma.mjs";

// The place of a character among the 94.
const place = (code) => code - (code > 0x3c ? 0x21 : 0x20);

// Eleven characters are nine bytes: three numbers of 24 bits, multiplied as one.
const bytes = (text, length) => {
  const codes = new TextEncoder().encode(text);
  const groups = Math.ceil(length / 9);
  if (!length || codes.length !== groups * 11) throw new SyntaxError("packed text has another length");
  const packed = new Uint8Array(groups * 9);
  let to = 0;
  for (let group = 0; group < groups; group++) {
    let [high, middle, low] = [0, 0, 0];
    for (let at = 0; at < 11; at++) {
      low = low * 94 + place(codes[group * 11 + at]);
      middle = middle * 94 + (low >> 24);
      high = high * 94 + (middle >> 24);
      low &= 0xffffff;
      middle &= 0xffffff;
    }
    for (const part of [high, middle, low]) {
      packed[to++] = part >> 16;
      packed[to++] = part >> 8;
      packed[to++] = part;
    }
  }
  return packed.subarray(0, length);
};

// Adler-32.
const checksum = (bytes) => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
};

// The first line tells how many bytes are packed, their checksum, then how many each piece has.
export const unpack = (text) => {
  const end = text.indexOf("\n");
  const [packed, sum, ...sizes] = text.slice(0, end).split(" ").map(Number);
  const whole = lzma(bytes(text.slice(end + 1), packed), sizes.reduce((sum, size) => sum + size, 0));
  if (checksum(whole) !== sum) throw new SyntaxError("packed bytes are damaged");
  let at = 0;
  return sizes.map((size) => whole.subarray(at, (at += size)));
};
