import { useState } from 'react';
import { findEncodingProblem } from './answer-problems.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { noteMessages, refusedMessages } from '#shared/i18n/import-messages.ts';
import { logFormatName } from '#shared/i18n/log-format-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { IpcReply, Job } from '#shared/ipc/contract.ts';
import type { LogAnswers } from '#shared/ipc/log-contract.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { logErrorText } from '../../records/log-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { ColumnFields } from './column-fields.tsx';
import styles from './import-dialog.module.css';
import { PreviewRows } from './preview-rows.tsx';
import { QuestionFields } from './question-fields.tsx';
import { usePreview } from './use-preview.ts';

export type PickedFiles = Extract<IpcReply<'log:pick'>, { ok: true }>['value'];

type ImportDialogProps = {
  readonly desktop: Desktop;
  readonly picked: PickedFiles;
  readonly onStarted: (job: Job) => void;
  readonly onClose: () => void;
};

const detected = '';

/** Looks at picked files one after the other: questions first, then what would be read, then import or not. */
export function ImportDialog({ desktop, picked, onStarted, onClose }: ImportDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<LogAnswers>({});
  const [note, setNote] = useState('');
  const [encoding, setEncoding] = useState('');
  const [problem, setProblem] = useState<string>();
  const file = picked.files[at];
  const { preview, error, isLooking } = usePreview(desktop, file?.id ?? '', answers);
  if (file === undefined) return null;
  const name = visibleText(file.name);
  const several = picked.files.length > 1;
  const isReady = preview !== undefined && preview.questions.length === 0 && !isLooking;

  const change = (news: LogAnswers) => setAnswers((before) => ({ ...before, ...news }));
  const goOn = () => {
    if (at + 1 >= picked.files.length) return onClose();
    setAt(at + 1);
    setAnswers({});
    setEncoding('');
    setProblem(undefined);
  };
  const start = async () => {
    if (!isReady || error !== undefined) return;
    const reply = await desktop['log:import']({ id: file.id, note });
    if (reply.ok) {
      onStarted(reply.value.job);
      return goOn();
    }
    const why = {
      'no-notebook': m.notImportedNoNotebook,
      'read-only': m.notImportedReadOnly,
      'not-answered': m.unanswered,
    };
    setProblem(say(why[reply.error.kind]));
  };
  const reading = preview?.reading ?? undefined;
  const takesColumns = preview !== undefined && preview.columns.length > 0;
  return (
    <Dialog
      title={say(m.importTitle, { name })}
      closeName={say(m.cancel)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          {several && <Button onClick={goOn}>{say(m.skipThis)}</Button>}
          <Button
            look="primary"
            disabled={!isReady || error !== undefined}
            onClick={() => void start()}
          >
            {say(m.importThis)}
          </Button>
        </>
      }
    >
      <div className={styles['body']} aria-busy={isLooking}>
        {several && <p>{say(m.importOf, { at: at + 1, n: picked.files.length })}</p>}
        {preview === undefined && error === undefined && <p role="status">{say(m.looking)}</p>}
        {(error !== undefined || problem !== undefined) && (
          <Banner tone="danger">
            {problem ?? (error === undefined ? '' : logErrorText(language, error))}
          </Banner>
        )}
        {preview !== undefined && (
          <>
            <QuestionFields key={file.id} preview={preview} answers={answers} onChange={change} />
            {preview.reading === null && (
              <Banner tone="warning">
                {preview.refused === null
                  ? say(m.notRead)
                  : say(m.refused, { why: say(refusedMessages[preview.refused]) })}
              </Banner>
            )}
            {preview.notes
              .filter((each) => each !== 'zone-proven')
              .map((each) => (
                <Banner key={each} tone="note">
                  {say(noteMessages[each])}
                </Banner>
              ))}
            {preview.notes.includes('zone-proven') && reading?.zone != null && (
              <Banner tone="note">
                {say(m.zoneProven, { zone: reading.zone })} {say(noteMessages['zone-proven'])}
              </Banner>
            )}
            {takesColumns && (
              <ColumnFields
                key={preview.sheet ?? ''}
                preview={preview}
                isQuestion={preview.questions.includes('columns')}
                onChange={(columns) => change({ columns })}
              />
            )}
            <div className={styles['facts']}>
              <p>
                {say(m.size)}: {sizeText(preview.size, language)}
              </p>
              <Select
                label={say(m.format)}
                value={answers.reader ?? detected}
                onChange={(reader) =>
                  setAnswers(({ reader: _before, ...rest }) =>
                    reader === detected ? rest : { ...rest, reader },
                  )
                }
                options={[
                  {
                    value: detected,
                    label: say(m.detected, {
                      format: reading ? logFormatName(language, reading.reader) : say(m.noFormat),
                    }),
                  },
                  ...picked.formats.map((format) => ({
                    value: format,
                    label: logFormatName(language, format),
                  })),
                ]}
              />
              {preview.sheets.length > 1 && (
                <Select
                  label={say(m.sheet)}
                  value={preview.sheet ?? ''}
                  // Another sheet has other columns, and may be of another format.
                  onChange={(sheet) =>
                    setAnswers(({ columns: _columns, reader: _reader, ...rest }) => ({
                      ...rest,
                      sheet,
                    }))
                  }
                  options={preview.sheets.map((sheet) => ({
                    value: sheet,
                    label: visibleText(sheet),
                  }))}
                />
              )}
              <Field
                label={say(m.encoding)}
                value={encoding === '' ? preview.encoding : encoding}
                problem={
                  findEncodingProblem(encoding) === undefined ? undefined : say(m.encodingUnknown)
                }
                maxLength={40}
                onChange={(value) => {
                  setEncoding(value);
                  if (findEncodingProblem(value) === undefined && value.trim() !== '')
                    change({ encoding: value.trim() });
                }}
              />
              <Field
                label={say(m.note)}
                placeholder={say(evidenceMessages.addNotePlaceholder)}
                value={note}
                maxLength={20_000}
                onChange={setNote}
                onEnter={() => void start()}
              />
            </div>
            {preview.rows.length > 0 && <PreviewRows rows={preview.rows} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
