/** A piece of an outline in the units of the drawing. */
export type PathStep = {
  readonly kind: 'move' | 'line' | 'curve' | 'close';
  /** One of a move or a line, three of a curve, none of a close. */
  readonly points: readonly Point[];
};

export type Point = readonly [x: number, y: number];

/** Numbers that each command of a path takes at a time (SVG 2 §9.3); arcs are not drawn by our figures. */
const taken: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };

/** Reads the outline of an SVG path; throws for a command that no figure of ours uses. */
export function readPath(d: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toUpperCase();
    const size = taken[command];
    if (size === undefined) throw new Error(`the figure has a path with ${letter}`);
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const isRelative = letter !== command;
    for (let from = 0; from < Math.max(1, numbers.length); from += Math.max(1, size)) {
      const [dx, dy] = isRelative ? at : [0, 0];
      const point = (index: number): Point => [
        (numbers[from + index] ?? 0) + dx,
        (numbers[from + index + 1] ?? 0) + dy,
      ];
      switch (command) {
        case 'Z':
          steps.push({ kind: 'close', points: [] });
          at = start;
          break;
        case 'H':
          at = [(numbers[from] ?? 0) + dx, at[1]];
          steps.push({ kind: 'line', points: [at] });
          break;
        case 'V':
          at = [at[0], (numbers[from] ?? 0) + dy];
          steps.push({ kind: 'line', points: [at] });
          break;
        case 'C':
          steps.push({ kind: 'curve', points: [point(0), point(2), point(4)] });
          at = point(4);
          break;
        case 'Q': {
          const [control, end] = [point(0), point(2)];
          const between = (from_: Point): Point => [
            from_[0] + ((control[0] - from_[0]) * 2) / 3,
            from_[1] + ((control[1] - from_[1]) * 2) / 3,
          ];
          steps.push({ kind: 'curve', points: [between(at), between(end), end] });
          at = end;
          break;
        }
        default:
          at = point(0);
          // Further pairs after a "moveto" are lines (SVG 2 §9.3.3).
          steps.push({ kind: command === 'M' && from === 0 ? 'move' : 'line', points: [at] });
          if (command === 'M' && from === 0) start = at;
      }
    }
  }
  return steps;
}
