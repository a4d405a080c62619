import type { Running } from './document.ts';
import type { PaperNode } from './paper-tree.ts';
import { tlpTone } from './tlp-tone.ts';

/** The marking as FIRST wants it: capitals, 12 points or more, at the right (TLP 2.0, usage in documents). */
export function tlpNode({ tlp, tlpText }: Running): PaperNode {
  const look = tlp === undefined ? 'paper-label' : `paper-label paper-label-${tlpTone(tlp)}`;
  return span(`paper-running-tlp ${look}`, [tlpText]);
}

export function span(look: string, children: readonly PaperNode[]): PaperNode {
  return { tag: 'span', attributes: { class: look }, children };
}

/** Head of the file and, in print, of every page. */
export function runningHead(running: Running): PaperNode {
  const state = running.state === '' ? [] : [span('paper-state', [running.state])];
  return {
    tag: 'div',
    attributes: { class: 'paper paper-running paper-running-head' },
    children: [span('paper-running-title', [running.title]), ...state, tlpNode(running)],
  };
}

/** Foot of the file and, in print, of every page. */
export function runningFoot(running: Running): PaperNode {
  return {
    tag: 'div',
    attributes: { class: 'paper paper-running paper-running-foot' },
    children: [span('paper-running-seal', [running.seal]), tlpNode(running)],
  };
}
