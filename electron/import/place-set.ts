const bitsOfWord = 32;

/** Some places out of the first `size`, told by their rank among them; one bit a place. */
export class PlaceSet {
  readonly #words: Uint32Array;
  /** Members before each word; made when it is asked for after the last change. */
  readonly #before: Uint32Array;
  #isCounted = true;
  #count = 0;

  constructor(size: number) {
    const words = Math.ceil(size / bitsOfWord);
    this.#words = new Uint32Array(words);
    this.#before = new Uint32Array(words);
  }

  get count(): number {
    return this.#count;
  }

  add(place: number): void {
    const at = place >>> 5;
    const before = this.#words[at] ?? 0;
    const after = before | (1 << (place & 31));
    if (before === after >>> 0) return;
    this.#words[at] = after;
    this.#count += 1;
    this.#isCounted = false;
  }

  /** How many members lie before a place. */
  rank(place: number): number {
    this.#countAgain();
    const at = place >>> 5;
    if (at >= this.#words.length) return this.#count;
    const below = (1 << (place & 31)) - 1;
    return (this.#before[at] ?? 0) + bitsIn((this.#words[at] ?? 0) & below);
  }

  /** The member with this many before it; `rank` has to be less than `count`. */
  select(rank: number): number {
    this.#countAgain();
    let low = 0;
    let high = this.#words.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#before[middle] ?? 0) <= rank) low = middle;
      else high = middle - 1;
    }
    let word = this.#words[low] ?? 0;
    for (let left = rank - (this.#before[low] ?? 0); left > 0; left -= 1) word &= word - 1;
    return low * bitsOfWord + (31 - Math.clz32(word & -word));
  }

  #countAgain(): void {
    if (this.#isCounted) return;
    let before = 0;
    for (let at = 0; at < this.#words.length; at += 1) {
      this.#before[at] = before;
      before += bitsIn(this.#words[at] ?? 0);
    }
    this.#isCounted = true;
  }
}

/** Ones in 32 bits (Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
