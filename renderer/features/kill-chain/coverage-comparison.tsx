import { useEffect, useMemo, useState } from 'react';
import { compareCoverage, coverageFromList } from '#shared/application/compare-coverage.ts';
import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import type { CoverageOf } from '#shared/domain/chain/coverage.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { coverageStateMessages } from '#shared/export/coverage-table.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import type { ListedCoverage } from '#shared/ipc/coverage-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './coverage-comparison.module.css';
import { CoverageMark } from './coverage-mark.tsx';
import { sightMessages } from './sight-messages.ts';

type Props = {
  readonly desktop: Desktop;
  readonly coverage: CoverageOf;
  readonly onClose: () => void;
};

/** The logs of this notebook beside those of others: what one had, and another has not. */
export function CoverageComparison({ desktop, coverage, onClose }: Props) {
  const say = useSay();
  const [listed, setListed] = useState<readonly ListedCoverage[]>();
  useEffect(() => {
    let current = true;
    void desktop['coverage:list']({}).then((reply) => {
      if (current && reply.ok) setListed(reply.value);
    });
    return () => {
      current = false;
    };
  }, [desktop]);
  const unread = listed?.filter((each) => each.unread) ?? [];
  const others = listed?.filter((each) => !each.unread && each.coverage.length > 0) ?? [];
  return (
    <Dialog
      title={say(m.coverCompareTitle)}
      closeName={say(frameMessages.close)}
      onClose={onClose}
      width="wide"
    >
      {listed === undefined && <p role="status">{say(m.coverCompareReading)}</p>}
      {listed !== undefined && others.length === 0 && <p>{say(m.coverCompareNone)}</p>}
      {others.length > 0 && <Comparison coverage={coverage} others={others} />}
      {unread.length > 0 && (
        <p className={styles['quiet']}>
          {say(m.coverUnread, {
            n: unread.length,
            names: unread.map(({ name }) => name).join(', '),
          })}
        </p>
      )}
    </Dialog>
  );
}

type ComparisonProps = {
  readonly coverage: CoverageOf;
  readonly others: readonly ListedCoverage[];
};

function Comparison({ coverage, others }: ComparisonProps) {
  const say = useSay();
  const language = useLanguage();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const notebooks = useMemo(
    () => [
      { name: say(m.coverHere), coverage },
      ...others.map(({ name, title, coverage: list }) => ({
        name: title === '' ? name : title,
        coverage: coverageFromList(list),
      })),
    ],
    [say, coverage, others],
  );
  const { sources, sights } = useMemo(() => compareCoverage(notebooks), [notebooks]);
  const shown = sources.filter(({ differs }) => differs || !onlyDifferent);
  return (
    <>
      <p className={styles['quiet']}>{say(m.coverCompareLead)}</p>
      <ToggleChip
        pressed={onlyDifferent}
        onToggle={() => setOnlyDifferent(!onlyDifferent)}
        count={sources.filter(({ differs }) => differs).length}
      >
        {say(m.coverOnlyDifferent)}
      </ToggleChip>
      <div
        className={styles['scroll']}
        tabIndex={0}
        role="region"
        aria-label={say(m.coverCompareTitle)}
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say(m.coverSource)}</th>
              {notebooks.map(({ name }, index) => (
                // Two notebooks may have one title.
                <th key={`${index} ${name}`} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stageIds.map((stage, at) => (
              <tr key={stage}>
                <th scope="row">
                  <StageChip stage={stage} />
                </th>
                {sights.map((of, index) => {
                  const sight = of[at]?.sight ?? 'unknown';
                  return (
                    <td key={`${index} ${stage}`} data-sight={sight}>
                      {say(sightMessages[sight])}
                    </td>
                  );
                })}
              </tr>
            ))}
            {shown.map(({ source, states, differs }) => (
              <tr key={source} data-differs={differs || undefined}>
                <th scope="row">
                  {logSourceById(source)?.name[language] ?? source}{' '}
                  {differs && <span className={styles['differs']}>{say(m.coverDiffers)}</span>}
                </th>
                {states.map(({ state, retentionDays, mixed }, index) => {
                  const word = `${say(coverageStateMessages[state])}${mixed ? ' *' : ''}`;
                  return (
                    <td key={`${index} ${source}`}>
                      <CoverageMark state={state} name="" />{' '}
                      {retentionDays === null
                        ? word
                        : say(m.coverDays, { state: word, days: retentionDays })}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
