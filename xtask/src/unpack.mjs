// Text as `pack.rs` writes it, back to the pieces of bytes that it holds.
import { lzma } from "./lzma.mjs";

// The place of a character among the 91.
const place = (code) => code - (code > 0x3c ? 0x24 : 0x23);

// Two characters are 13 bits.
const bytes = (text, length) => {
  const codes = new TextEncoder().encode(text);
  const packed = new Uint8Array(length);
  let to = 0;
  for (let at = 0, bits = 0, held = 0; at + 1 < codes.length; at += 2) {
    held = (held << 13) | (place(codes[at]) * 91 + place(codes[at + 1]));
    for (bits += 13; bits >= 8 && to < length; held &= (1 << bits) - 1) {
      bits -= 8;
      packed[to++] = held >> bits;
    }
  }
  if (to < length) throw new SyntaxError("packed text ends too early");
  return packed;
};

// The text tells first how many bytes are packed, then how many each piece has.
export const unpack = (text) => {
  const words = text.split(" ");
  const digits = words.pop();
  const [packed, ...sizes] = words.map(Number);
  const whole = lzma(bytes(digits, packed), sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  return sizes.map((size) => whole.subarray(at, (at += size)));
};
