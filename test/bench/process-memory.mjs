import { readdirSync, readFileSync } from 'node:fs';

/** Bytes that a process and all it started hold; pages that several of them share count once in `pss`. @param {number} root */
export function memoryOfTree(root) {
  const sum = { pss: 0, rss: 0 };
  for (const pid of treeOf(root)) {
    const text = readIfThere(`/proc/${pid}/smaps_rollup`) ?? '';
    sum.pss += kibibytes(text, 'Pss');
    sum.rss += kibibytes(text, 'Rss');
  }
  return sum;
}

/** @param {number} root */
function treeOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readIfThere(`/proc/${name}/stat`) : undefined;
    // The name in parentheses may hold anything: the parent is the second field after it (proc(5)).
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isNaN(parent)) continue;
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** @param {string} text @param {string} field */
function kibibytes(text, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
}

/** A process may end while we look. @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
