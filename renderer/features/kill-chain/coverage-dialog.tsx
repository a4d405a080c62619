import { useState } from 'react';
import { coverageStateMessages } from '#shared/export/coverage-table.ts';
import { coverageFieldsOf, setCoverage } from '#shared/application/kill-chain.ts';
import { logSourceById } from '#shared/catalogue/kill-chain.ts';
import {
  type CoverageOf,
  coverageStates,
  type CoverageState,
  reachesBack,
} from '#shared/domain/chain/coverage.ts';
import { claimedStages } from '#shared/domain/chain/chain-marks.ts';
import type { StageId } from '#shared/domain/kill-chain.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './coverage-tab.module.css';
import { useStandingRows } from './use-chain.ts';
import { useChainWriting } from './use-chain-writing.ts';

/** A log source as a whole, or in one stage. */
export type CoveragePlace = { readonly source: string; readonly stage: StageId | undefined };

type CoverageDialogProps = {
  readonly place: CoveragePlace;
  readonly coverage: CoverageOf;
  readonly onClose: () => void;
};

/** What is known of a log source: state, retention, owner, note. */
export function CoverageDialog({ place, coverage, onClose }: CoverageDialogProps) {
  const { source, stage } = place;
  const say = useSay();
  const language = useLanguage();
  const write = useChainWriting();
  const first = useFirstActivity();
  const before = coverageFieldsOf(coverage, source, stage);
  const [state, setState] = useState<CoverageState | ''>(
    before.state ?? (stage === undefined ? 'unknown' : ''),
  );
  const [days, setDays] = useState(String(before.retentionDays ?? ''));
  const [owner, setOwner] = useState(before.owner ?? '');
  const [note, setNote] = useState(before.note ?? '');
  const [problem, setProblem] = useState<string>();
  const typed = days.normalize('NFKC').trim();
  const isCount = typed === '' || /^\d{1,5}$/.test(typed);
  const kept = typed === '' || !isCount ? null : Number(typed);
  const isTooRecent = reachesBack(kept, first, Date.now()) === false;
  const name = logSourceById(source)?.name[language] ?? source;
  const title = stage === undefined ? name : `${name}, ${stageName(stage, language)}`;
  const save = async () => {
    if (!isCount) return setProblem(say(m.coverDaysWrong));
    const fields = {
      state: state === '' ? null : state,
      retentionDays: kept,
      owner: owner.trim(),
      note,
    };
    const wrong = await write((writing) => setCoverage(writing, place, fields), say(m.coverSaved));
    if (wrong === undefined) onClose();
    else setProblem(wrong);
  };
  return (
    <Dialog
      title={say(m.coverAgain, { source: title })}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => void save()}>
          {say(frameMessages.save)}
        </Button>
      }
    >
      <div className={styles['form']}>
        <Select
          label={say(m.coverState)}
          value={state}
          onChange={setState}
          options={[
            ...(stage === undefined ? [] : [{ value: '' as const, label: say(m.coverInherit) }]),
            ...coverageStates.map((each) => ({
              value: each,
              label: say(coverageStateMessages[each]),
            })),
          ]}
        />
        <Field
          label={say(m.coverRetention)}
          value={days}
          onChange={setDays}
          onEnter={() => void save()}
          {...(isTooRecent && { hint: say(m.coverTooRecent, { days: kept ?? 0 }) })}
          problem={problem}
          maxLength={5}
        />
        <Field
          label={say(m.coverOwner)}
          value={owner}
          onChange={setOwner}
          onEnter={() => void save()}
          maxLength={200}
        />
        <TextArea
          label={say(m.coverNote)}
          value={note}
          onChange={setNote}
          onSubmit={() => void save()}
        />
      </div>
    </Dialog>
  );
}

/** The first instant at which the adversary is known to have acted. */
function useFirstActivity(): number | undefined {
  const found = useStandingRows().find(
    ({ content, instant }) => Number.isFinite(instant) && claimedStages(content).length > 0,
  );
  return found?.instant;
}
