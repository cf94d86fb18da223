// Unpacks raw LZMA as `pack.rs` writes it: lc 4, lp 0, pb 0, no end mark, the length told beside it.
// Broken input throws. It cannot loop: every round of the loops writes a byte, reads one or ends.

// Bits of the byte before that choose the chances of the next one.
const CONTEXT = 4;
// Chances of a 0, in 2048 parts; at first both are equal.
const chances = (count) => new Uint16Array(count).fill(1024);

// Reads bits that weigh less the likelier they were. A class, because its fields are fast: numbers
// above 31 bits in a closure cost a third of the time more.
class Reader {
  constructor(packed) {
    this.packed = packed;
    this.at = 5;
    this.range = 2 ** 32 - 1;
    this.code = 0;
    for (const byte of packed.subarray(0, 5)) this.code = this.code * 256 + byte;
    if (packed.length < 5 || this.code >= this.range) throw new SyntaxError("packed bytes start wrongly");
  }

  more() {
    if (this.at === this.packed.length) throw new SyntaxError("packed bytes end too early");
    this.range *= 256;
    this.code = this.code * 256 + this.packed[this.at++];
  }

  // A bit, and the chances in the table learn from it.
  bit(table, i) {
    const chance = table[i];
    const bound = (this.range >>> 11) * chance;
    if (this.code < bound) {
      this.range = bound;
      table[i] = chance + ((2048 - chance) >> 5);
      if (bound < 2 ** 24) this.more();
      return 0;
    }
    this.range -= bound;
    this.code -= bound;
    table[i] = chance - (chance >> 5);
    if (this.range < 2 ** 24) this.more();
    return 1;
  }

  // A number, its first bit first: each bit has chances that depend on the bits before.
  tree(table, from, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | this.bit(table, from + node);
    return node - (1 << bits);
  }

  // The same with the last bit first.
  reversed(table, from, bits) {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const one = this.bit(table, from + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  }

  // A number whose bits have equal chances.
  plain(bits) {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.range >>>= 1;
      const one = this.code < this.range ? 0 : 1;
      if (one) this.code -= this.range;
      if (this.range < 2 ** 24) this.more();
      value = value * 2 + one;
    }
    return value;
  }

  // After the last bit nothing is left over; after damage something nearly always is.
  whole() {
    return this.at === this.packed.length && this.code === 0;
  }
}

export const lzma = (packed, length) => {
  const from = new Reader(packed);
  const out = new Uint8Array(length);
  // What came last, in twelve kinds: below 7 a byte of its own, else a copy of earlier ones.
  let [to, state] = [0, 0];
  // How far back the last four copies reached, 0 for the byte before.
  let back = [0, 0, 0, 0];

  const literals = chances(0x300 << CONTEXT);
  const isCopy = chances(12);
  const isRepeat = chances(12);
  const isOlder = [chances(12), chances(12), chances(12)];
  const isLonger = chances(12);
  const [freshLengths, repeatLengths] = [chances(274), chances(274)];
  const slots = chances(4 * 64);
  const middle = chances(115);
  const low = chances(16);

  const literal = () => {
    const table = ((to && out[to - 1]) >> (8 - CONTEXT)) * 0x300;
    let node = 1;
    if (state > 6) {
      // After a copy the byte is likely another than the one that would have continued it.
      const next = out[to - back[0] - 1];
      for (let i = 7; i >= 0; i--) {
        const expected = (next >> i) & 1;
        const one = from.bit(literals, table + 256 + expected * 256 + node);
        node = (node << 1) | one;
        if (one !== expected) break;
      }
    }
    while (node < 256) node = (node << 1) | from.bit(literals, table + node);
    out[to++] = node;
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  };
  const size = (table) => {
    if (!from.bit(table, 0)) return 2 + from.tree(table, 2, 3);
    if (!from.bit(table, 1)) return 10 + from.tree(table, 10, 3);
    return 18 + from.tree(table, 18, 8);
  };
  const distance = (size) => {
    const slot = from.tree(slots, Math.min(size - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 + (slot & 1)) * 2 ** bits;
    if (slot < 14) return start + from.reversed(middle, start - slot, bits);
    return start + from.plain(bits - 4) * 16 + from.reversed(low, 0, 4);
  };
  const copy = (size) => {
    const start = to - back[0] - 1;
    if (start < 0 || to + size > length) throw new SyntaxError("packed bytes are damaged");
    for (let i = 0; i < size; i++) out[to++] = out[start + i];
  };

  while (to < length) {
    if (!from.bit(isCopy, state)) {
      literal();
    } else if (!from.bit(isRepeat, state)) {
      const bytes = size(freshLengths);
      back = [distance(bytes), ...back.slice(0, 3)];
      state = state < 7 ? 7 : 10;
      copy(bytes);
    } else {
      let which = 0;
      while (which < 3 && from.bit(isOlder[which], state)) which++;
      if (which === 0 && !from.bit(isLonger, state)) {
        state = state < 7 ? 9 : 11;
        copy(1);
      } else {
        back.unshift(...back.splice(which, 1));
        const bytes = size(repeatLengths);
        state = state < 7 ? 8 : 11;
        copy(bytes);
      }
    }
  }
  if (!from.whole()) throw new SyntaxError("packed bytes are damaged");
  return out;
};
