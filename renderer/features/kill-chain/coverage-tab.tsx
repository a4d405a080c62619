import { useMemo, useState } from 'react';
import { coverageCsv, coverageStateMessages } from '#shared/export/coverage-table.ts';
import {
  coverageFieldsOf,
  coverageRows,
  setCoverage,
  smallOrganisationSources,
} from '#shared/application/kill-chain.ts';
import { killChain, logSourceById } from '#shared/catalogue/kill-chain.ts';
import {
  coverageCell,
  type CoverageOf,
  type CoverageState,
  sightOfStages,
  type StageSight,
} from '#shared/domain/chain/coverage.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { documentErrorText } from '../../records/document-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CoverageComparison } from './coverage-comparison.tsx';
import { CoverageDialog, type CoveragePlace } from './coverage-dialog.tsx';
import { CoverageMark } from './coverage-mark.tsx';
import styles from './coverage-tab.module.css';
import { sightMessages } from './sight-messages.ts';
import { useCoverage } from './use-chain.ts';
import { useChainWriting } from './use-chain-writing.ts';
import { useGridKeys } from './use-grid-keys.ts';

const stateKeys: Readonly<Record<string, CoverageState>> = {
  a: 'available',
  p: 'partial',
  m: 'missing',
  s: 'too-short',
  u: 'unknown',
};

/** Which logs would show each stage, which are there, and which stages nobody can see. */
export function CoverageTab({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const language = useLanguage();
  const { announce, canWrite } = useWorkspace();
  const coverage = useCoverage();
  const [small, setSmall] = useState(false);
  const [comparing, setComparing] = useState(false);
  const write = async (format: 'csv' | 'xlsx') => {
    const reply = await desktop['coverage:export']({ format, language });
    if (reply.ok) return announce(say(m.coverWritten, { place: reply.value.place }));
    const text = documentErrorText(language, reply.error);
    return text === undefined ? undefined : announce(text, 'danger');
  };
  const rows = useMemo(
    () => coverageRows.filter(({ source }) => !small || smallOrganisationSources.has(source)),
    [small],
  );
  const sights = sightOfStages(rows, coverage);
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <p className={styles['lead']}>{say(m.coverLead)}</p>
        <ToggleChip pressed={small} onToggle={() => setSmall(!small)}>
          {say(m.coverSmall)}
        </ToggleChip>
        <CopyButton
          name={say(m.coverCopy)}
          text={coverageCsv(coverage, language)}
          onCopied={(taken) =>
            taken ? announce(say(m.coverCopied)) : announce(say(m.coverCopyFailed), 'danger')
          }
        />
        {(['csv', 'xlsx'] as const).map((format) => (
          <Button key={format} look="quiet" onClick={() => void write(format)}>
            {say(m.coverExport, { format: format.toUpperCase() })}
          </Button>
        ))}
        <Button look="quiet" onClick={() => setComparing(true)}>
          {say(m.coverCompare)}
        </Button>
      </div>
      {comparing && (
        <CoverageComparison
          desktop={desktop}
          coverage={coverage}
          onClose={() => setComparing(false)}
        />
      )}
      {small && <p className={styles['lead']}>{say(m.coverSmallText)}</p>}
      <Blind sights={sights} />
      <Grid rows={rows} coverage={coverage} sights={sights} canWrite={canWrite} />
    </div>
  );
}

function Blind({ sights }: { readonly sights: readonly StageSight[] }) {
  const say = useSay();
  const blind = sights.filter(({ sight }) => sight === 'blind');
  return (
    <p className={styles['blind']} data-blind={blind.length > 0 || undefined}>
      <b>{say(m.coverBlind)}</b>
      {blind.length === 0 && <span>{say(m.coverNoBlind)}</span>}
      {blind.map(({ stage }) => (
        <StageChip key={stage} stage={stage} />
      ))}
    </p>
  );
}

type GridProps = {
  readonly rows: typeof coverageRows;
  readonly coverage: CoverageOf;
  readonly sights: readonly StageSight[];
  readonly canWrite: boolean;
};

function Grid({ rows, coverage, sights, canWrite }: GridProps) {
  const say = useSay();
  const language = useLanguage();
  const write = useChainWriting();
  const [editing, setEditing] = useState<CoveragePlace>();
  const nameOf = (source: string) => logSourceById(source)?.name[language] ?? source;
  const placeAt = (row: number, column: number): CoveragePlace | undefined => {
    const found = rows[row];
    if (found === undefined) return undefined;
    const stage = stageIds[column - 1];
    if (column > 0 && (stage === undefined || !found.stages.includes(stage))) return undefined;
    return { source: found.source, stage };
  };
  const set = ({ source, stage }: CoveragePlace, state: CoverageState) => {
    const name = nameOf(source);
    const place = stage === undefined ? name : `${name}, ${stageName(stage, language)}`;
    const done = say(m.coverSet, { place, state: say(coverageStateMessages[state]) });
    void write((writing) => setCoverage(writing, { source, stage }, { state }), done);
  };
  const grid = useGridKeys(
    { rows: rows.length, columns: stageIds.length + 1 },
    (key, { row, column }) => {
      const place = placeAt(row, column);
      if (place === undefined || !canWrite) return false;
      const state = stateKeys[key.toLowerCase()];
      if (state !== undefined) set(place, state);
      else if (key === 'Enter' || key === ' ') setEditing(place);
      else return false;
      return true;
    },
  );
  const priorityAt = (index: number) => {
    const priority = rows[index]?.priority;
    return priority === rows[index - 1]?.priority
      ? undefined
      : killChain.logPriorities.find((each) => each.priority === priority);
  };
  return (
    <>
      <p className={styles['keys']}>{say(m.coverKeys)}</p>
      <div className={styles['scroll']}>
        <table
          role="grid"
          aria-label={say(m.coverGrid)}
          className={styles['grid']}
          onKeyDown={grid.onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{say(m.coverSource)}</th>
              {sights.map(({ stage, sight }) => (
                <th key={stage} scope="col" className={styles['stage']}>
                  <StageChip stage={stage} look="number" />
                  <span className={styles['sight']} data-sight={sight}>
                    {say(sightMessages[sight])}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ source, stages }, row) => {
              const whole = coverageFieldsOf(coverage, source);
              const priority = priorityAt(row);
              const state = whole.state ?? 'unknown';
              return [
                priority && (
                  <tr key={`priority ${priority.priority}`} className={styles['priority']}>
                    <th scope="rowgroup" colSpan={stageIds.length + 1}>
                      {priority.priority} {priority.name[language]}
                    </th>
                  </tr>
                ),
                <tr key={source} data-source={source}>
                  <th
                    scope="row"
                    {...grid.cell(row, 0)}
                    onClick={() => canWrite && setEditing({ source, stage: undefined })}
                  >
                    <div className={styles['source']}>
                      <CoverageMark state={state} name={say(coverageStateMessages[state])} />
                      <span className={styles['name']}>{nameOf(source)}</span>
                      <span className={styles['facts']}>
                        {[
                          whole.retentionDays === undefined || whole.retentionDays === null
                            ? ''
                            : `${say(m.coverRetention)} ${whole.retentionDays}`,
                          whole.owner ?? '',
                        ]
                          .filter((text) => text !== '')
                          .join(' · ')}
                      </span>
                    </div>
                  </th>
                  {stageIds.map((stage, index) => {
                    const cell = coverageCell(source, stage, coverage);
                    const isPlace = stages.includes(stage);
                    return (
                      <td
                        key={stage}
                        {...grid.cell(row, index + 1)}
                        data-own={cell.own || undefined}
                        onClick={() => canWrite && isPlace && setEditing({ source, stage })}
                      >
                        {isPlace && (
                          <CoverageMark
                            state={cell.state}
                            name={say(coverageStateMessages[cell.state])}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
      {editing !== undefined && (
        <CoverageDialog place={editing} coverage={coverage} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}
