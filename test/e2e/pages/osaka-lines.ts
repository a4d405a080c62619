import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import { writeName } from '#shared/domain/entry-line/write-entry-line.ts';
import { projectRoot } from '../fixtures/launch-kiroku.ts';

/** A line as it is typed, and the words of it that must be found again. */
export type TypedLine = { readonly line: string; readonly text: string };

type Fact = {
  readonly eventTime: string;
  readonly precision: string;
  readonly approx?: boolean;
  readonly actor: 'attacker' | 'defender' | 'victim' | 'third-party';
  readonly killChain: string | null;
  readonly techniques: readonly string[];
  readonly host?: string;
  readonly fact: string;
};
type Case = { readonly title: string; readonly facts: readonly Fact[] };

const caseFile = path.resolve(projectRoot, '../shared/inputs/cases/osaka-gmc-2022.json');

/** The Osaka case as lines: from its facts, or from the worked example where they are not at hand. */
export function osakaLines(): { readonly title: string; readonly lines: readonly TypedLine[] } {
  if (existsSync(caseFile)) {
    const { title, facts } = JSON.parse(readFileSync(caseFile, 'utf8')) as Case;
    return { title, lines: facts.map((fact) => ({ line: lineOf(fact), text: fact.fact })) };
  }
  // oxlint-disable-next-line no-console -- a test that falls back has to say so
  console.log(
    'NOTE: the facts of the Osaka case are not here; the worked example’s lines are used.',
  );
  const { title, entries } = workedExample('ja');
  return {
    title,
    lines: entries.map(({ line }) => {
      // Nothing can be cited yet: evidence is added later.
      const typed = line.replaceAll(/ \^E-\d+/g, '');
      const text = typed
        .replace(/^~?[\d-]+(?: \d{2}:\d{2})?(?:±\w+)? /, '')
        .replaceAll(/ (?:[@#!/:]\S+|[*?])/g, '');
      return { line: typed, text };
    }),
  };
}

const marksOfActor = {
  attacker: '#攻撃者',
  defender: ':response #病院',
  victim: '#病院',
  'third-party': '#関係者',
} as const;

/** A fact as a responder would type it. */
function lineOf(fact: Fact): string {
  const time =
    fact.precision === 'minute' ? fact.eventTime.replace(/:00(?=[+Z])/, '') : fact.eventTime;
  return [
    fact.approx === true ? `~${time}±15m` : time,
    ...(fact.host === undefined ? [] : [writeName('host', fact.host)]),
    ...(fact.killChain === null ? [] : [`!"${fact.killChain}"`]),
    ...fact.techniques.map((id) => `/${id}`),
    fact.fact,
    marksOfActor[fact.actor],
  ].join(' ');
}
