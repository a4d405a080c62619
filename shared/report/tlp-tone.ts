import type { Tlp } from '../domain/incident.ts';
import type { LabelTone } from './document.ts';

/** How a marking looks: FIRST gives each its colour, AMBER+STRICT that of AMBER. */
export function tlpTone(tlp: Tlp): LabelTone {
  switch (tlp) {
    case 'CLEAR':
      return 'tlp-clear';
    case 'GREEN':
      return 'tlp-green';
    case 'AMBER':
    case 'AMBER+STRICT':
      return 'tlp-amber';
    case 'RED':
      return 'tlp-red';
  }
}
