/** Numbers of one replacement: where it stands now, and where what it replaced stood. */
const width = 4;

/** What was replaced in a text, in order; rows of numbers, since a text may have hundreds of thousands. */
export class Replacements {
  #rows = new Int32Array(width * 64);
  #count = 0;

  add(start: number, end: number, originalStart: number, originalEnd: number): void {
    const at = this.#count * width;
    if (at === this.#rows.length) {
      const longer = new Int32Array(at * 2);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    this.#rows[at] = start;
    this.#rows[at + 1] = end;
    this.#rows[at + 2] = originalStart;
    this.#rows[at + 3] = originalEnd;
    this.#count += 1;
  }

  /** True when a piece of the text that is now has something in it that was replaced. */
  reach(start: number, end: number): boolean {
    for (let one = this.#lastBefore(end); one >= 0; one -= 1) {
      const from = this.#number(one, 0);
      const to = this.#number(one, 1);
      if (to < start) return false;
      // What is invisible, nobody put there to say something.
      if (to > from && to > start && from < end) return true;
    }
    return false;
  }

  /** Where a piece that begins here began. */
  originalStart(place: number): number {
    const one = this.#lastBefore(place);
    if (one < 0) return place;
    const end = this.#number(one, 1);
    return place < end ? this.#number(one, 2) : place - end + this.#number(one, 3);
  }

  /** Where a piece that ends here ended. */
  originalEnd(end: number): number {
    const last = end - 1;
    const one = this.#lastBefore(last);
    if (one < 0) return end;
    const replacedEnd = this.#number(one, 1);
    const original = this.#number(one, 3);
    return last < replacedEnd ? original : end - replacedEnd + original;
  }

  #number(one: number, column: 0 | 1 | 2 | 3): number {
    return this.#rows[one * width + column] ?? 0;
  }

  /** The last replacement that begins at or before a place; -1 for none. */
  #lastBefore(place: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#number(middle, 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
