/**
 * One line of the result.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} value
 * @property {string} [floor] what it is measured against
 * @property {number} [ratio] value through floor
 * @property {string} [goal]
 * @property {boolean} [met]
 */

const headings = ['figure', 'value', 'floor', 'ratio', 'goal', 'met'];

/** @param {readonly Figure[]} figures */
export function tableText(figures) {
  const rows = [headings, ...figures.map(cellsOf)];
  const widths = headings.map((_heading, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** @param {Figure} figure */
function cellsOf({ name, value, floor, ratio, goal, met }) {
  const verdict = met === undefined ? '' : met ? 'met' : 'NOT MET';
  const ratioText = ratio === undefined ? '' : `${ratio.toFixed(2)}×`;
  return [name, value, floor ?? '', ratioText, goal ?? '', verdict];
}

/** @param {number} value */
export function ms(value) {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

/** @param {number} bytes */
export function mib(bytes) {
  return `${Math.round(bytes / 1_048_576)} MiB`;
}
