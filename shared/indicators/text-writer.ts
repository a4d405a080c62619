/** So many codes become a string at once: engines take them as arguments of one call. */
const mostAtOnce = 4_096;
const shortPiece = 64;

/** Puts a text together out of pieces: short ones sign by sign, since a million small strings take long to join. */
export class TextWriter {
  readonly #codes = new Uint16Array(mostAtOnce);
  readonly #pieces: string[] = [];
  #waiting = 0;

  write(text: string, start = 0, end = text.length): void {
    if (end - start > shortPiece) {
      this.#flush();
      this.#pieces.push(text.slice(start, end));
      return;
    }
    if (this.#waiting + end - start > mostAtOnce) this.#flush();
    for (let at = start; at < end; at += 1) {
      this.#codes[this.#waiting] = text.charCodeAt(at);
      this.#waiting += 1;
    }
  }

  writeCode(code: number): void {
    if (this.#waiting === mostAtOnce) this.#flush();
    this.#codes[this.#waiting] = code;
    this.#waiting += 1;
  }

  text(): string {
    this.#flush();
    return this.#pieces.join('');
  }

  #flush(): void {
    if (this.#waiting > 0)
      this.#pieces.push(String.fromCharCode(...this.#codes.subarray(0, this.#waiting)));
    this.#waiting = 0;
  }
}
