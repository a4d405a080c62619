import { sha256 } from './sha256.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** True for a bitcoin address whose check sum is right: base58 (P2PKH, P2SH) or bech32 (BIP 173, BIP 350). */
export function isBitcoinAddress(text: string): boolean {
  if (/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(text)) return hasRightBase58Sum(text);
  const lower = text.toLowerCase();
  // Mixed case is forbidden: the sum is over one of them.
  if (text !== lower && text !== text.toUpperCase()) return false;
  return /^bc1[ac-hj-np-z02-9]{11,87}$/.test(lower) && hasRightBech32Sum(lower);
}

const base58Places = placesOf(base58);
const bech32Places = placesOf(bech32);

/** Places of signs by their codes. */
function placesOf(signs: string): Uint8Array {
  const places = new Uint8Array(128);
  for (let at = 0; at < signs.length; at += 1) places[signs.charCodeAt(at)] = at;
  return places;
}

/** Three bytes in each of nine numbers: times 58^4 they stay whole numbers of 53 bits. */
const limb = 2 ** 24;
const limbs = 9;
const atOnce = 4;

/** What is calculated with, made once, since nothing here waits for anything. */
const numbers = new Float64Array(limbs);
const bytes = new Uint8Array(25);
const payload = bytes.subarray(0, 21);

function hasRightBase58Sum(text: string): boolean {
  if (!readNumber(text)) return false;
  writeBytes();
  const [version] = bytes;
  if (version !== 0x00 && version !== 0x05) return false;
  const sum = sha256(sha256(payload));
  for (let at = 0; at < 4; at += 1) if (bytes[payload.length + at] !== sum[at]) return false;
  return true;
}

/** False for a number that is no 25 bytes. */
function readNumber(text: string): boolean {
  numbers.fill(0);
  for (let sign = 0; sign < text.length;) {
    let carry = 0;
    let base = 1;
    for (const end = Math.min(sign + atOnce, text.length); sign < end; sign += 1) {
      carry = carry * 58 + (base58Places[text.charCodeAt(sign)] ?? 0);
      base *= 58;
    }
    for (let at = limbs - 1; at >= 0; at -= 1) {
      const product = (numbers[at] ?? 0) * base + carry;
      carry = Math.floor(product / limb);
      numbers[at] = product - carry * limb;
    }
    if (carry !== 0) return false;
  }
  // Of the first three bytes only the last is left.
  return (numbers[0] ?? 0) <= 0xff;
}

/** 25 bytes out of the 27 of all numbers. */
function writeBytes(): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const place = at + 2;
    bytes[at] = (numbers[Math.floor(place / 3)] ?? 0) >>> ((2 - (place % 3)) * 8);
  }
}

const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** The constants of witness version 0 and of every later one. */
const sums = { bech32: 1, bech32m: 0x2bc830a3 };

/** What the sum begins with: the prefix `bc`, the high bits of its letters, a zero, the low bits. */
const prefix = [3, 3, 0, 2, 3];

function hasRightBech32Sum(text: string): boolean {
  let sum = 1;
  for (const value of prefix) sum = nextSum(sum, value);
  const version = bech32Places[text.charCodeAt(3)] ?? 0;
  for (let at = 3; at < text.length; at += 1)
    sum = nextSum(sum, bech32Places[text.charCodeAt(at)] ?? 0);
  return sum === (version === 0 ? sums.bech32 : sums.bech32m);
}

function nextSum(sum: number, value: number): number {
  const top = sum >>> 25;
  let next = ((sum & 0x1ffffff) << 5) ^ value;
  for (let at = 0; at < generators.length; at += 1)
    if ((top >> at) & 1) next ^= generators[at] ?? 0;
  return next;
}
