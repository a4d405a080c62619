/** So many codes become a string at once: engines take them as arguments of one call. */
const mostAtOnce = 4_096;
const shortPiece = 64;

/** Puts a text together out of pieces: short ones sign by sign, since a million small strings take long to join. */
export class TextWriter {
  /** No typed array: spreading one into a call takes several times longer. */
  #codes: number[] = [];
  readonly #pieces: string[] = [];

  write(text: string, start = 0, end = text.length): void {
    if (end - start > shortPiece) {
      this.#flush();
      this.#pieces.push(text.slice(start, end));
      return;
    }
    if (this.#codes.length + end - start > mostAtOnce) this.#flush();
    for (let at = start; at < end; at += 1) this.#codes.push(text.charCodeAt(at));
  }

  writeCode(code: number): void {
    if (this.#codes.length === mostAtOnce) this.#flush();
    this.#codes.push(code);
  }

  text(): string {
    this.#flush();
    return this.#pieces.join('');
  }

  #flush(): void {
    if (this.#codes.length > 0) this.#pieces.push(String.fromCharCode(...this.#codes));
    this.#codes = [];
  }
}
