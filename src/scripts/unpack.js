// The bytes of a text in pairs of 91 printable characters, 13 bits a pair, without those that HTML could
// take for its own. Base64 would be a twelfth longer.
const bytesOf = (text) => {
  const bytes = new Uint8Array(Math.floor((Math.floor(text.length / 2) * 13 + (text.length % 2) * 6) / 8));
  const letter = (at) => {
    const code = text.charCodeAt(at);
    return code - 33 - (code > 34) - (code > 38) - (code > 60); // without " & <
  };
  let [bits, count, at] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    const pair = i + 1 < text.length;
    bits |= (letter(i) + (pair ? 91 * letter(i + 1) : 0)) << count;
    count += pair ? 13 : 6;
    for (; count >= 8; count -= 8) {
      bytes[at] = bits;
      at += 1;
      bits >>>= 8;
    }
  }
  return bytes;
};
