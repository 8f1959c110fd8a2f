/**
 * Bytes as text that stands in a string of JavaScript as it is: five of these signs for four bytes, where Base64 takes
 * nearly six (ZeroMQ RFC 32).
 */
const signs = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';

/** Writes bytes; what is missing to a multiple of four is zeros. */
export function toBase85(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let number = 0;
    for (let next = at; next < at + 4; next++) number = number * 256 + (bytes[next] ?? 0);
    let five = '';
    for (let sign = 0; sign < 5; sign++) {
      five = signs.charAt(number % 85) + five;
      number = Math.floor(number / 85);
    }
    text += five;
  }
  return text;
}

/** Reads what {@link toBase85} wrote. */
export function fromBase85(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let sign = at; sign < at + 5; sign++) number = number * 85 + signs.indexOf(text.charAt(sign));
    view.setUint32((at / 5) * 4, number);
  }
  return bytes;
}
