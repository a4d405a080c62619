import { useState } from 'react';
import { mostSheets, type PaperKind } from '#shared/domain/paper-sheet.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { paperMessages as m } from '#shared/i18n/paper-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { transcribedSheet, transcribeFrom } from '../../records/transcribing.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './item-dialog.module.css';
import { useFormPrint } from './use-form-print.ts';

type PaperDialogProps = { readonly desktop: Desktop; readonly onClose: () => void };

/** Prints what is needed where there is no machine: labels, forms, blank sheets with numbers. */
export function PaperDialog({ desktop, onClose }: PaperDialogProps) {
  const say = useSay();
  const print = useFormPrint(desktop);
  const [kind, setKind] = useState<PaperKind | 'forms'>('labels');
  const [count, setCount] = useState('10');
  const [problem, setProblem] = useState<string>();
  const isBlank = kind === 'blank-log' || kind === 'blank-custody';
  const make = () => {
    const sheets = Number(count.normalize('NFKC'));
    const isGood = Number.isInteger(sheets) && sheets >= 1 && sheets <= mostSheets;
    setProblem(isBlank && !isGood ? say(m.howManyBad, { n: mostSheets }) : undefined);
    if (isBlank && !isGood) return;
    void print([], kind === 'forms' ? undefined : { kind, sheets: isBlank ? sheets : 1 });
    onClose();
  };
  return (
    <Dialog
      title={say(m.printTitle)}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{say(frameMessages.cancel)}</Button>
          <Button look="primary" onClick={make}>
            {say(m.make)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Select
          label={say(m.whatToPrint)}
          value={kind}
          autoFocus
          onChange={setKind}
          options={[
            { value: 'labels', label: say(m.labels) },
            { value: 'forms', label: say(m.forms) },
            { value: 'blank-log', label: say(m.blankLog) },
            { value: 'blank-custody', label: say(m.blankCustody) },
          ]}
        />
        {isBlank && (
          <Field
            label={say(m.howMany)}
            value={count}
            maxLength={4}
            problem={problem}
            onChange={setCount}
            onEnter={make}
          />
        )}
        {isBlank && <p className={styles['hint']}>{say(m.sheetRules)}</p>}
      </div>
    </Dialog>
  );
}

const pictureName = /\.(?:png|jpe?g)$/i;

/** Says from which sheet the entries that are written next are transcribed. */
export function TranscribeDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const { show } = useWorkspace();
  const before = transcribedSheet(session);
  const [sheet, setSheet] = useState(before?.sheet ?? '');
  const [photo, setPhoto] = useState(before?.photograph?.id ?? '');
  const [isMissing, setMissing] = useState(false);
  const pictures = useRecords('evidence').flatMap(({ id, item }) =>
    item?.sha256 !== undefined && pictureName.test(item.name)
      ? [{ id, no: item.no, name: visibleText(item.name) }]
      : [],
  );
  const start = () => {
    const number = sheet.normalize('NFKC').trim();
    setMissing(number === '');
    if (number === '') return;
    const picture = pictures.find(({ id }) => id === photo);
    transcribeFrom(session, {
      sheet: number,
      ...(picture && { photograph: { id: picture.id, no: picture.no } }),
    });
    onClose();
    show('timeline');
  };
  return (
    <Dialog
      title={say(m.transcribe)}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{say(frameMessages.cancel)}</Button>
          <Button look="primary" onClick={start}>
            {say(m.start)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Field
          label={say(m.sheetNumber)}
          value={sheet}
          maxLength={64}
          autoFocus
          required
          problem={isMissing ? say(m.sheetMissing) : undefined}
          onChange={setSheet}
          onEnter={start}
        />
        <Select
          label={say(m.photograph)}
          value={photo}
          onChange={setPhoto}
          options={[
            { value: '', label: say(m.noPhotograph) },
            ...pictures.map(({ id, no, name }) => ({ value: id, label: `${no} ${name}` })),
          ]}
        />
        <p className={styles['hint']}>{say(m.transcribeHint)}</p>
      </div>
    </Dialog>
  );
}
