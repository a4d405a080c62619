import { type ReactNode, useMemo, useState } from 'react';
import {
  type AttackMatrix,
  attackUse,
  type UsedTechnique,
} from '#shared/application/attack-matrix.ts';
import { suggestStages } from '#shared/catalogue/attack-catalogue.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import styles from './attack-tab.module.css';
import { useStandingRows } from './use-chain.ts';

/** Shades of a cell, from one entry to the most. */
const shades = 4;

/** Techniques that the entries name, by tactic. */
export function AttackTab() {
  const say = useSay();
  const rows = useStandingRows();
  const use = useMemo(() => attackUse(rows), [rows]);
  const [chosen, setChosen] = useState<string>();
  const all = [
    ...use.matrices.flatMap(({ tactics }) => tactics.flatMap(({ techniques }) => techniques)),
    ...use.unknown,
  ];
  const shown = all.find(({ id }) => id === chosen);
  if (all.length === 0) return <p className={styles['none']}>{say(m.attackNone)}</p>;
  const cell = (used: UsedTechnique) => (
    <Cell
      key={used.id}
      used={used}
      most={use.most}
      pressed={used.id === chosen}
      onChoose={() => setChosen(used.id === chosen ? undefined : used.id)}
    />
  );
  return (
    <div className={styles['tab']}>
      <p className={styles['lead']}>{say(m.attackLead)}</p>
      {use.matrices.map((matrix) => (
        <Matrix key={matrix.domain} matrix={matrix} cell={cell} />
      ))}
      {use.unknown.length > 0 && (
        <section className={styles['matrix']}>
          <h3>{say(m.attackUnknown)}</h3>
          <div className={styles['columns']}>
            <ul className={styles['column']}>{use.unknown.map(cell)}</ul>
          </div>
        </section>
      )}
      {shown !== undefined && <Entries used={shown} />}
    </div>
  );
}

type MatrixProps = {
  readonly matrix: AttackMatrix;
  readonly cell: (used: UsedTechnique) => ReactNode;
};

function Matrix({ matrix: { name, version, tactics }, cell }: MatrixProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section className={styles['matrix']}>
      <h3>
        {name} <span>{say(m.attackCatalogue, { version })}</span>
      </h3>
      <div className={styles['columns']}>
        {tactics.map(({ tactic, techniques }) => (
          <section
            key={tactic.id}
            className={styles['column']}
            data-empty={techniques.length === 0 || undefined}
          >
            <h4 title={tactic.id}>{tactic.name[language]}</h4>
            {techniques.length > 0 && <ul>{techniques.map(cell)}</ul>}
          </section>
        ))}
      </div>
    </section>
  );
}

type CellProps = {
  readonly used: UsedTechnique;
  readonly most: number;
  readonly pressed: boolean;
  readonly onChoose: () => void;
};

function Cell({ used: { id, technique, entries }, most, pressed, onChoose }: CellProps) {
  const say = useSay();
  const n = entries.length;
  const shade = most <= 1 ? 1 : 1 + Math.round(((n - 1) / (most - 1)) * (shades - 1));
  const name = technique?.name ?? '';
  return (
    <li>
      <button
        type="button"
        className={styles['cell']}
        data-shade={shade}
        aria-pressed={pressed}
        aria-label={say(m.attackCell, { id, name, n })}
        onClick={onChoose}
      >
        <span className={styles['id']}>
          {id} <b>{n}</b>
        </span>
        <span className={styles['name']}>{name}</span>
        {technique?.status === 'retired' && (
          <span className={styles['retired']}>
            {technique.replacedBy === undefined
              ? say(m.attackRetiredOnly)
              : say(m.attackRetired, { id: technique.replacedBy })}
          </span>
        )}
      </button>
    </li>
  );
}

function Entries({ used: { id, entries } }: { readonly used: UsedTechnique }) {
  const say = useSay();
  const stages = suggestStages(id);
  return (
    <section className={styles['entries']} aria-live="polite">
      <h3>{say(m.attackEntries, { id })}</h3>
      {stages.length > 0 && (
        <p className={styles['suggests']}>
          {say(m.attackSuggests)}
          {stages.map((stage) => (
            <StageChip key={stage} stage={stage} />
          ))}
        </p>
      )}
      {entries.map((entry) => (
        <EntryLink key={entry} id={entry} />
      ))}
    </section>
  );
}
