import { Ban, ClipboardPaste, FileInput } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RegisteredIndicator } from '#shared/application/indicators.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { listMessages } from '#shared/i18n/list-messages.ts';
import { refang } from '#shared/indicators/refang.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { useIndicators } from '../../records/use-indicators.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { BlockListDialog } from './block-list-dialog.tsx';
import { IndicatorDetail } from './indicator-detail.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { pasteAsked } from './paste-asked.ts';
import { PasteDialog } from './paste-dialog.tsx';
import layout from '../../ui/list-and-detail.module.css';

/** The register of indicators: search, paste, everything about one. */
export function IndicatorsView() {
  const say = useSay();
  const { canWrite, importList } = useWorkspace();
  const indicators = useIndicators();
  const { register } = indicators;
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [isPasting, setPasting] = useState(false);
  const [isListing, setListing] = useState(false);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = () => setPasting(true);
    pasteAsked.addEventListener('paste', open);
    return () => pasteAsked.removeEventListener('paste', open);
  }, []);
  const shown = useMemo(() => register.filter(matcherOf(search)), [register, search]);
  const current = register.find(({ id }) => id === opened);
  const importButton = canWrite && (
    <Button icon={<FileInput size={16} aria-hidden />} onClick={importList}>
      {say(listMessages.button)}
    </Button>
  );
  const pasteButton = canWrite && (
    <Button
      look="primary"
      icon={<ClipboardPaste size={16} aria-hidden />}
      onClick={() => setPasting(true)}
    >
      {say(m.paste)}
    </Button>
  );
  const close = () => {
    setOpened(undefined);
    view.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <div className={layout['view']} ref={view}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      {register.length > 0 && (
        <header className={layout['header']}>
          {pasteButton}
          {importButton}
          <Button icon={<Ban size={16} aria-hidden />} onClick={() => setListing(true)}>
            {say(m.blockList)}
          </Button>
          <div className={layout['search']}>
            <Field
              type="search"
              label={say(m.search)}
              labelHidden
              placeholder={say(m.search)}
              value={search}
              onChange={setSearch}
              maxLength={500}
            />
          </div>
          <p className={layout['count']}>
            {say(m.count, { shown: shown.length, n: register.length })}
          </p>
        </header>
      )}
      {register.length === 0 ? (
        <EmptyState
          title={say(m.emptyTitle)}
          actions={
            <>
              {pasteButton}
              {importButton}
            </>
          }
        >
          <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
        </EmptyState>
      ) : (
        <div className={layout['middle']}>
          <div className={layout['list']}>
            {shown.length === 0 ? (
              <p className={layout['nothing']}>
                {say(m.nothingFound, { text: visibleText(search) })}
              </p>
            ) : (
              <IndicatorTable
                indicators={shown}
                active={active}
                onActive={setActive}
                onOpen={(id) => {
                  setActive(id);
                  setOpened(id);
                }}
              />
            )}
          </div>
          {current !== undefined && (
            <div className={layout['side']}>
              <IndicatorDetail
                key={current.id}
                indicator={current}
                indicators={indicators}
                onClose={close}
              />
            </div>
          )}
        </div>
      )}
      {isListing && <BlockListDialog register={register} onClose={() => setListing(false)} />}
      {isPasting && <PasteDialog indicators={indicators} onClose={() => setPasting(false)} />}
    </div>
  );
}

/** What is searched may be defanged: `evil[.]com` finds `evil.com`. */
function matcherOf(search: string): (indicator: RegisteredIndicator) => boolean {
  const words = refang(search).toLowerCase().split(/\s+/).filter(Boolean);
  return ({ type, value, fields: { origin = '', note = '', techniques = [] } }) => {
    const text = [type, value, origin, note, ...techniques].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
