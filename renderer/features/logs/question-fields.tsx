import { useState } from 'react';
import { canonicalZone, listZones } from '#shared/domain/time/zone.ts';
import { questionMessages } from '#shared/i18n/import-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { LogAnswers, LogPreviewReply } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './import-dialog.module.css';
import { LogTimeText } from '../../records/log-time-text.tsx';
import { yearOf } from './answer-problems.ts';

type QuestionFieldsProps = {
  readonly preview: LogPreviewReply;
  readonly answers: LogAnswers;
  readonly onChange: (answers: LogAnswers) => void;
};

/** What the file leaves out: asked, and shown as answered while the answer can still be changed. */
export function QuestionFields({ preview, answers, onChange }: QuestionFieldsProps) {
  const say = useSay();
  const asks = (question: LogPreviewReply['questions'][number], answered: boolean) =>
    answered || preview.questions.includes(question);
  const hasZone = asks('zone', answers.zone !== undefined);
  const hasYear = asks('year', answers.year !== undefined);
  const hasOrder = asks('day-or-month-first', answers.order !== undefined);
  if (!hasZone && !hasYear && !hasOrder) return null;
  return (
    <fieldset className={styles['questions']}>
      <legend>{say(m.questionsTitle)}</legend>
      {hasYear && (
        <YearField onChange={(year) => onChange({ year })} isOpen={answers.year === undefined} />
      )}
      {hasOrder && (
        <Select
          label={say(questionMessages['day-or-month-first'])}
          value={answers.order ?? ''}
          onChange={(order) => order !== '' && onChange({ order })}
          options={[
            { value: '', label: say(m.choose) },
            { value: 'day-first', label: say(m.dayFirst) },
            { value: 'month-first', label: say(m.monthFirst) },
          ]}
        />
      )}
      {hasZone && <ZoneField preview={preview} answers={answers} onChange={onChange} />}
    </fieldset>
  );
}

function YearField(props: { readonly isOpen: boolean; readonly onChange: (year: number) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <Field
      label={say(questionMessages.year)}
      hint={say(m.yearHint)}
      value={text}
      maxLength={4}
      autoFocus={props.isOpen}
      onChange={(value) => {
        setText(value);
        const year = yearOf(value);
        if (year !== undefined) props.onChange(year);
      }}
    />
  );
}

/** The zone, with what the first and the last row shown would be in UTC and in the incident's zone. */
function ZoneField({ preview, answers, onChange }: QuestionFieldsProps) {
  const say = useSay();
  const { incidentZone } = useWorkspace();
  const [text, setText] = useState(answers.zone ?? '');
  const zone = canonicalZone(text.trim());
  const timed = preview.rows.filter(({ timeText }) => timeText !== '');
  const shown = [
    { label: m.firstTime, row: timed[0] },
    { label: m.lastTime, row: timed.at(-1) },
  ];
  return (
    <>
      <Field
        label={say(questionMessages.zone)}
        value={text}
        maxLength={64}
        autoFocus={preview.questions.includes('zone')}
        list={[...new Set([incidentZone, 'UTC', ...listZones()])]}
        placeholder={incidentZone}
        problem={text.trim() !== '' && zone === undefined ? say(m.zoneUnknown) : undefined}
        onChange={(value) => {
          setText(value);
          const known = canonicalZone(value.trim());
          if (known !== undefined) onChange({ zone: known });
        }}
      />
      {answers.zone !== undefined && (
        <table className={styles['zones']}>
          <thead>
            <tr>
              <td />
              <th scope="col">{say(m.inFile)}</th>
              <th scope="col">UTC</th>
              {incidentZone !== 'UTC' && <th scope="col">{incidentZone}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ label, row }) =>
              row === undefined ? null : (
                <tr key={label.en}>
                  <th scope="row">{say(label)}</th>
                  <td>{visibleText(row.timeText)}</td>
                  <td>
                    <LogTimeText time={row.time} zone="UTC" />
                  </td>
                  {incidentZone !== 'UTC' && (
                    <td>
                      <LogTimeText time={row.time} zone={incidentZone} />
                    </td>
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </>
  );
}
