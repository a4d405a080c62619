const initial = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

const rounds = fractionsOfCubeRoots(64);

/** FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first primes. */
function fractionsOfCubeRoots(count: number): Int32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return Int32Array.from(primes, (prime) => {
    const root = Math.cbrt(prime);
    return ((root - Math.floor(root)) * 2 ** 32) | 0;
  });
}

/** SHA-256 of a few bytes (FIPS 180-4), for check sums inside other forms; files are hashed by the platform. */
export function sha256(message: Uint8Array): Uint8Array {
  state.set(initial);
  const length = Math.ceil((message.length + 9) / 64) * 64;
  for (let block = 0; block < length; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = wordAt(message, block + at * 4, length);
    for (let at = 16; at < 64; at += 1) words[at] = nextWord(at);
    compress();
  }
  const digest = new Uint8Array(32);
  for (let at = 0; at < digest.length; at += 1)
    digest[at] = (state[at >> 2] ?? 0) >>> (24 - (at & 3) * 8);
  return digest;
}

/** Four bytes of the padded message: a bit behind its end, and its length in bits at the end of the last block. */
function wordAt(message: Uint8Array, at: number, length: number): number {
  if (at + 4 <= message.length)
    return (
      ((message[at] ?? 0) << 24) |
      ((message[at + 1] ?? 0) << 16) |
      ((message[at + 2] ?? 0) << 8) |
      (message[at + 3] ?? 0)
    );
  if (at === length - 4) return message.length * 8;
  if (at > message.length) return 0;
  let word = 0;
  for (let byte = at; byte < at + 4; byte += 1)
    word = (word << 8) | (message[byte] ?? (byte === message.length ? 0x80 : 0));
  return word;
}

/** The message schedule of the block that is being compressed: made once, since nothing here waits for anything. */
const words = new Int32Array(64);
const state = new Int32Array(8);

function nextWord(at: number): number {
  const old = words[at - 16] ?? 0;
  const second = words[at - 15] ?? 0;
  const seventh = words[at - 7] ?? 0;
  const recent = words[at - 2] ?? 0;
  const small = turn(second, 7) ^ turn(second, 18) ^ (second >>> 3);
  const large = turn(recent, 17) ^ turn(recent, 19) ^ (recent >>> 10);
  return (old + small + seventh + large) | 0;
}

function compress(): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + high + choice + (rounds[at] ?? 0) + (words[at] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + low + majority) | 0;
  }
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

function add(at: number, value: number): void {
  state[at] = (state[at] ?? 0) + value;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
