import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { defang } from '#shared/indicators/defang.ts';
import { indicatorKey } from '#shared/indicators/indicator-key.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { indicatorTypeMessages } from '#shared/i18n/indicator-words.ts';
import { useSay } from '../../records/language.tsx';
import type { Indicators } from '../../records/use-indicators.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './paste-dialog.module.css';

type PasteDialogProps = { readonly indicators: Indicators; readonly onClose: () => void };

/** A text goes in, its indicators come out: marked, unmarked and kept without a mouse. */
export function PasteDialog({ indicators, onClose }: PasteDialogProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const [origin, setOrigin] = useState('');
  const [unmarked, setUnmarked] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const searched = useDeferredValue(text);
  const { register, find } = indicators;
  const found = useMemo(() => find(searched), [find, searched]);
  const standing = useMemo(
    () => new Set(register.map(({ type, value }) => indicatorKey(type, value))),
    [register],
  );
  const rows = found.kept.map((one) => ({ ...one, key: indicatorKey(one.type, one.value) }));
  const marked = rows.filter(({ key }) => !unmarked.has(key));
  const at = Math.min(active, rows.length - 1);

  const toggle = (key: string) =>
    setUnmarked((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const moveTo = (next: number) => {
    const target = Math.max(0, Math.min(next, rows.length - 1));
    setActive(target);
    list.current?.children[target]?.scrollIntoView({ block: 'nearest' });
  };
  const keep = async () => {
    if (busy || marked.length === 0 || searched !== text) return;
    setBusy(true);
    const source = origin.trim();
    const failed = await indicators.keep(
      marked.map(({ type, value }) => ({
        type,
        value,
        fields: source === '' ? {} : { origin: source },
      })),
    );
    setBusy(false);
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const row = rows[at];
    switch (event.key) {
      case 'ArrowDown':
        moveTo(at + 1);
        break;
      case 'ArrowUp':
        moveTo(at - 1);
        break;
      case 'Home':
        moveTo(0);
        break;
      case 'End':
        moveTo(rows.length - 1);
        break;
      case ' ':
        if (row !== undefined) toggle(row.key);
        break;
      case 'Enter':
        void keep();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <Dialog
      title={say(m.pasteTitle)}
      closeName={say(m.closeDetail)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{say(m.cancel)}</Button>
          <Button look="primary" disabled={marked.length === 0 || busy} onClick={() => void keep()}>
            {say(m.keep, { n: marked.length })}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <TextArea
          label={say(m.pasteText)}
          value={text}
          onChange={(next) => {
            setText(next);
            setProblem(undefined);
          }}
          onSubmit={() => void keep()}
          hint={say(m.pasteHint)}
          rows={5}
          autoFocus
        />
        <Field
          label={say(m.pasteOrigin)}
          value={origin}
          onChange={setOrigin}
          onEnter={() => void keep()}
          placeholder={say(m.pasteOriginHint)}
          maxLength={300}
        />
        {searched.trim() !== '' && rows.length === 0 && <p>{say(m.pasteNothing)}</p>}
        {rows.length > 0 && (
          <>
            <p className={styles['count']} aria-live="polite">
              {say(m.pasteCount, { kept: marked.length, n: rows.length })}
            </p>
            <ul
              ref={list}
              className={styles['list']}
              role="listbox"
              aria-multiselectable
              aria-label={say(m.pasteList)}
              aria-activedescendant={`paste-${at}`}
              tabIndex={0}
              onKeyDown={onKey}
            >
              {rows.map(({ key, type, value, count }, index) => (
                <li
                  key={key}
                  id={`paste-${index}`}
                  role="option"
                  aria-selected={!unmarked.has(key)}
                  data-active={index === at || undefined}
                  onClick={() => {
                    setActive(index);
                    toggle(key);
                  }}
                >
                  <span className={styles['box']} aria-hidden>
                    {unmarked.has(key) ? '' : '✓'}
                  </span>
                  <span className={styles['type']}>{say(indicatorTypeMessages[type])}</span>
                  <span className={styles['value']}>{visibleText(defang(type, value))}</span>
                  {standing.has(key) && <span className={styles['known']}>{say(m.known)}</span>}
                  {count > 1 && (
                    <span className={styles['known']}>{say(m.times, { n: count })}</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {found.own.length + found.allowed.length > 0 && (
          <p className={styles['count']}>
            {say(m.pasteLeftOut, { own: found.own.length, allowed: found.allowed.length })}
          </p>
        )}
        {problem !== undefined && (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
