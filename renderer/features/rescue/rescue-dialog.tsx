import { useEffect, useRef, useState } from 'react';
import { isZone, listZones } from '#shared/domain/time/zone.ts';
import { formatMessages } from '#shared/i18n/rescue-messages.ts';
import { listMessages, meaningMessages } from '#shared/i18n/list-messages.ts';
import { rescueViewMessages as m } from '#shared/i18n/rescue-view-messages.ts';
import { type ListChoice, listFields } from '#shared/import/lists/list-mapping.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field } from '../../ui/field.tsx';
import { AccountRows } from './account-rows.tsx';
import { Difference } from './difference.tsx';
import { ListFields } from './list-fields.tsx';
import { lookErrorText } from './rescue-error-text.ts';
import styles from './rescue-dialog.module.css';
import { RescueProgress } from './rescue-progress.tsx';
import {
  type LookAnswers,
  type RescueOrder,
  useRescueImport,
  useRescueLook,
} from './use-rescue.ts';

/** The notebook that is made for a case, from the first screen. */
export type NewNotebook = { readonly title: string; readonly by: string };

type RescueDialogProps = {
  readonly desktop: Desktop;
  readonly onClose: () => void;
  /** Lists and texts are wanted instead of cases. */
  readonly takesLists?: boolean;
  /** From the first screen: makes a notebook and goes on there; `by` is who wrote the last one. */
  readonly makeNew?: {
    readonly by: string;
    readonly make: (notebook: NewNotebook, order: RescueOrder) => void;
  };
  /** A case that was looked at on the first screen and is to be taken in at once. */
  readonly order?: RescueOrder | undefined;
};

/** Another tool's case: chosen, looked at row by row, and taken in; nothing is written before. */
export function RescueDialog({
  desktop,
  onClose,
  takesLists = false,
  makeNew,
  order,
}: RescueDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const { picked, looked, pick, lookAt } = useRescueLook(desktop, takesLists);
  const taking = useRescueImport(desktop);
  const { start } = taking;
  const [zone, setZone] = useState('');
  const [list, setList] = useState<ListChoice>();
  const [keeps, setKeeps] = useState<boolean>();
  const [note, setNote] = useState('');
  const [title, setTitle] = useState<string>();
  const [by, setBy] = useState(makeNew?.by ?? '');
  const started = useRef(false);
  useEffect(() => {
    if (order === undefined || started.current) return;
    started.current = true;
    void start(order);
  }, [order, start]);

  const words = takesLists ? listMessages : m;
  const { look, error } = looked ?? {};
  const isList = look?.format === 'list' || look?.format === 'text';
  const hasSecrets = (look?.secrets.length ?? 0) > 0;
  // What becomes evidence stays and travels: secrets only do when somebody says so.
  const withOriginal = keeps ?? !hasSecrets;
  const name = visibleText(picked?.name ?? '');
  const newTitle = title ?? (look?.title.trim() === '' ? name : (look?.title ?? ''));
  const isNamed = makeNew === undefined || (newTitle.trim() !== '' && by.trim() !== '');
  const isReady = look !== undefined && look.questions.length === 0 && isNamed;
  const asksZone = look !== undefined && (look.questions.includes('zone') || zone !== '');
  const isBadZone = zone.trim() !== '' && !isZone(zone.trim());

  const answer = (id: string, wanted: LookAnswers) => {
    const known = isZone(zone.trim()) ? { zone: zone.trim() } : {};
    void lookAt(id, { ...known, ...(list !== undefined && { list }), ...wanted });
  };
  const takeIn = () => {
    if (!isReady || picked === undefined) return;
    const wanted = { id: picked.id, name: picked.name, withOriginal, note };
    if (makeNew === undefined) void start(wanted);
    else makeNew.make({ title: newTitle.trim().slice(0, 300), by: by.trim() }, wanted);
  };
  const backTo = (id: string) => {
    taking.forget();
    // The file may have changed under the attempt.
    answer(id, {});
  };
  if (taking.order !== undefined || order !== undefined)
    return (
      <RescueProgress
        desktop={desktop}
        taking={taking}
        onClose={onClose}
        takesLists={takesLists}
        onBack={picked && (() => backTo(picked.id))}
      />
    );
  return (
    <Dialog
      title={picked === undefined ? say(words.title) : say(words.titleOf, { name })}
      closeName={say(m.close)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button
            look={picked === undefined ? 'primary' : 'plain'}
            data-autofocus
            onClick={() => {
              setList(undefined);
              void pick();
            }}
          >
            {say(picked === undefined ? m.choose : m.chooseOther)}
          </Button>
          {look !== undefined && (
            <Button look="primary" disabled={!isReady} onClick={takeIn}>
              {say(makeNew === undefined ? m.importHere : m.importNew)}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['body']} aria-busy={picked !== undefined && looked === undefined}>
        {picked === undefined && <p>{say(words.intro)}</p>}
        {picked !== undefined && looked === undefined && <p role="status">{say(m.looking)}</p>}
        {error !== undefined && (
          <Banner tone="danger">{lookErrorText(language, error, takesLists)}</Banner>
        )}
        {look !== undefined && picked !== undefined && (
          <>
            <p role="status">
              {say(words.found, {
                format: `${say(formatMessages[look.format])} ${visibleText(look.version)}`.trim(),
                title: visibleText(look.title) || say(m.untitled),
              })}{' '}
              <b>{say(m.counts, look.counts)}</b>
            </p>
            {look.before !== null && (
              <Banner tone="warning">{say(m.before, { no: look.before })}</Banner>
            )}
            {hasSecrets && (
              <Banner tone="warning">
                {say(m.secrets, { names: visibleText(look.secrets.join(', ')) })}
              </Banner>
            )}
            {asksZone && (
              <Field
                label={say(m.zone)}
                hint={say(m.zoneNeeded)}
                value={zone}
                list={listZones()}
                maxLength={64}
                problem={isBadZone ? say(m.zoneUnknown) : undefined}
                onChange={(value) => {
                  setZone(value);
                  if (isZone(value.trim())) answer(picked.id, { zone: value.trim() });
                }}
              />
            )}
            {takesLists && isList && (
              <ListFields
                look={look}
                said={list}
                onChange={(next) => {
                  setList(next);
                  answer(picked.id, { list: next });
                }}
              />
            )}
            {look.list !== null && look.questions.includes('columns') && (
              <Banner tone="warning">
                {say(listMessages.needColumn, {
                  field: say(meaningMessages[listFields[look.list.as][0]]),
                })}
              </Banner>
            )}
            <Difference against={look.against} />
            <AccountRows desktop={desktop} id={picked.id} look={look} />
            <Checkbox label={say(m.withOriginal)} checked={withOriginal} onChange={setKeeps} />
            {withOriginal && (
              <Field label={say(m.note)} value={note} maxLength={20_000} onChange={setNote} />
            )}
            {makeNew !== undefined && (
              <div className={styles['pair']}>
                <Field
                  label={say(m.newTitle)}
                  value={newTitle}
                  maxLength={300}
                  required
                  onChange={setTitle}
                  onEnter={takeIn}
                />
                <Field
                  label={say(m.newBy)}
                  value={by}
                  maxLength={200}
                  required
                  onChange={setBy}
                  onEnter={takeIn}
                />
              </div>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
