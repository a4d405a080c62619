const slots = 1_024;
const mostHashed = 32;

/**
 * Answers to questions that were asked a short while ago.
 *
 * A text says the same names again and again. There is one place for all questions with the same hash, and the last
 * takes it: nothing grows with the text, and one that says no name twice loses next to nothing. Kept for one text
 * only, since a piece of a text keeps all of it in memory.
 */
export class RecentAnswers<Answer> {
  readonly #hashes = new Int32Array(slots);
  readonly #questions: string[] = Array.from({ length: slots }, () => '');
  readonly #answers: (Answer | undefined)[] = Array.from({ length: slots }, () => undefined);
  readonly #answer: (question: string) => Answer;

  constructor(answer: (question: string) => Answer) {
    this.#answer = answer;
  }

  to(question: string): Answer {
    const hash = hashOf(question);
    const slot = (hash ^ (hash >>> 10)) & (slots - 1);
    const known = this.#answers[slot];
    // Numbers first: names that stand in one place are mostly as long as each other, and begin alike.
    if (known !== undefined && this.#hashes[slot] === hash && this.#questions[slot] === question)
      return known;
    const answer = this.#answer(question);
    this.#hashes[slot] = hash;
    this.#questions[slot] = question;
    this.#answers[slot] = answer;
    return answer;
  }
}

function hashOf(question: string): number {
  let hash = question.length;
  for (let at = Math.min(question.length, mostHashed) - 1; at >= 0; at -= 1)
    hash = (Math.imul(hash, 31) + question.charCodeAt(at)) | 0;
  return hash;
}
