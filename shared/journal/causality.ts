/** Where a line stands: enough to order it and to ask who had seen it. */
export type Position = { readonly feed: string; readonly seq: number };

/** Highest sequence number of each feed that a device had read when it wrote a line, its own included. */
export type SeenVector = Readonly<Record<string, number>>;

/** True when whoever wrote under `vector` had read the line at `position`. */
export function hasSeen(vector: SeenVector, position: Position): boolean {
  return (vector[position.feed] ?? -1) >= position.seq;
}

/** A value that somebody wrote, with where and when. */
export type Written<T> = Position & {
  readonly value: T;
  readonly by: string;
  /** ms since the epoch by the writing device's clock; shown, never used for order. */
  readonly wall: number;
};

/**
 * A register: the values that no later write had seen. One value is the normal case; more stay side
 * by side until a person decides with a new write.
 */
export type Register<T> = readonly Written<T>[];

/** Writes to a register: every value that the writer had seen gives way, the others stay. */
export function writeRegister<T>(
  register: Register<T>,
  written: Written<T>,
  vector: SeenVector,
): Register<T> {
  return [...register.filter((other) => !hasSeen(vector, other)), written];
}

/** The value to show: the last in fold order; undefined when nobody wrote. */
export function currentValue<T>(register: Register<T> | undefined): T | undefined {
  return register?.at(-1)?.value;
}
