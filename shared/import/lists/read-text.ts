import { entryTimeAt } from '../../domain/time/entry-time.ts';
import { extractIndicators } from '../../indicators/extract-indicators.ts';
import { siftCandidates } from '../../indicators/noise.ts';
import { CaseBuilder } from '../rescue/case-builder.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';

/**
 * Reads a text for the indicators in it, however they were defanged.
 *
 * A row of the account is the line on which an indicator stands first. What belongs to the notebook's own systems, and
 * what somebody called a false positive, is accounted for and left.
 */
export function readText(name: string, text: string, choices: RescueChoices): RescuedCase {
  const { zone = 'UTC', nowMs, noise } = choices;
  const builder = new CaseBuilder('text', undefined, choices);
  const found = extractIndicators(text);
  const sifted = siftCandidates(found, noise ?? { systems: [], allowed: [] });
  const [own, allowed] = [new Set(sifted.own), new Set(sifted.allowed)];
  const lineOf = lineCounter(text);
  for (const one of found) {
    const { type, value, places } = one;
    const row = builder.row('text', lineOf(places[0]?.start ?? 0));
    if (own.has(one)) row.leave('own-system', value);
    else if (allowed.has(one)) row.leave('false-positive', value);
    else
      row.indicator({ value, typeWord: '', type, state: 'candidate', origin: row.text(name, 300) });
  }
  builder.row('text', 0).entry({
    head: name,
    kind: 'note',
    ...(nowMs !== undefined && { at: entryTimeAt(nowMs, zone) }),
  });
  return builder.finish({ version: '', title: name });
}

/** Numbers of lines from 1; places have to be asked for in their order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
