import { Quote, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, type Ref, useId, useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { EntryLink } from '../../records/links.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { ClockText } from './clock-text.tsx';
import { CustodySection } from './custody-section.tsx';
import styles from './evidence-detail.module.css';

/** More links than this are shown on request. */
const mostLinks = 50;

type EvidenceDetailProps = {
  readonly desktop: Desktop;
  readonly record: EvidenceRecord;
  readonly citing: readonly string[];
  readonly onCite: (mark: string) => void;
  readonly onClose: () => void;
  readonly heading: Ref<HTMLHeadingElement>;
};

/** Everything that is recorded of an item: the file, who cites it, who had it. */
export function EvidenceDetail(props: EvidenceDetailProps) {
  const { desktop, record, citing, onCite, onClose, heading } = props;
  const say = useSay();
  const id = useId();
  const { canWrite } = useWorkspace();
  const { item, origin } = record;
  return (
    <section
      className={styles['detail']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h3 id={id} ref={heading} tabIndex={-1}>
          <span className={styles['number']}>{item?.no ?? '–'}</span>{' '}
          {item === undefined ? say(m.lost) : visibleText(item.name)}
        </h3>
        <IconButton
          name={say(m.closeDetail)}
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </header>
      {item?.changedWhileReading === true && (
        <p className={styles['warning']} role="note">
          <TriangleAlert size={16} aria-hidden />
          <span>{say(m.changedWhileReading)}</span>
        </p>
      )}
      {item !== undefined && canWrite && (
        <Button icon={<Quote size={14} aria-hidden />} onClick={() => onCite(`^${item.no} `)}>
          {say(m.cite)}
        </Button>
      )}
      <dl className={styles['facts']}>
        {item !== undefined && <FileFacts item={item} />}
        {origin !== undefined && (
          <Fact term={say(m.takenIn)}>
            <ClockText ms={origin.wall} /> · {visibleText(origin.by)}
          </Fact>
        )}
        {item !== undefined && (
          <Fact term={say(m.note)}>
            {item.note === '' ? (
              <span className={styles['none']}>{say(m.noNote)}</span>
            ) : (
              <span className={styles['typed']}>{visibleText(item.note)}</span>
            )}
          </Fact>
        )}
      </dl>
      <h4>{say(m.citing)}</h4>
      <CitingList key={record.id} citing={citing} />
      <CustodySection key={`custody ${record.id}`} desktop={desktop} record={record} />
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FileFacts({ item }: { readonly item: EvidenceItem }) {
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const { times, origin } = item;
  const file = `evidence/${item.sha256}.evid`;
  const copied = (taken: boolean) =>
    announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger');
  const unknown = <span className={styles['none']}>{say(m.originUnknown)}</span>;
  return (
    <>
      <Fact term={say(m.sha256)}>
        <span className={styles['copied']}>
          <HashText value={item.sha256} />
          <CopyButton
            name={say(m.copyHash, { number: item.no })}
            text={item.sha256}
            onCopied={copied}
          />
        </span>
      </Fact>
      <Fact term={say(m.size)}>
        {item.size < 1000 ? '' : `${sizeText(item.size, language)} · `}
        {say(m.bytes, { n: item.size })}
      </Fact>
      <Fact term={say(m.storedAs)}>
        <code>{file}</code>
      </Fact>
      <Fact term={say(m.origin)}>
        {origin === undefined ? unknown : <code>{visibleText(origin.path)}</code>}
      </Fact>
      {origin !== undefined && !saysTheSame(origin) && (
        <Fact term={say(m.originBytes)}>
          <code>{origin.pathBytes}</code>
        </Fact>
      )}
      <Fact term={say(m.modified)}>
        {times === undefined ? unknown : <ClockText ms={times.modified} />}
        {times !== undefined && <p className={styles['hint']}>{say(m.timesHint)}</p>}
      </Fact>
      {times !== undefined && (
        <>
          <Fact term={say(m.accessed)}>
            <ClockText ms={times.accessed} />
          </Fact>
          {times.created !== undefined && (
            <Fact term={say(m.created)}>
              <ClockText ms={times.created} />
            </Fact>
          )}
        </>
      )}
    </>
  );
}

/** True when the bytes of a path are its text in UTF-8, so that showing them adds nothing. */
function saysTheSame({ path, pathBytes }: NonNullable<EvidenceItem['origin']>): boolean {
  try {
    const bytes = Uint8Array.from(atob(pathBytes), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) === path;
  } catch {
    return false;
  }
}

function CitingList({ citing }: { readonly citing: readonly string[] }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (citing.length === 0) return <p className={styles['none']}>{say(m.notCited)}</p>;
  return (
    <ul className={styles['links']}>
      {(all ? citing : citing.slice(0, mostLinks)).map((id) => (
        <li key={id}>
          <EntryLink id={id} />
        </li>
      ))}
      {!all && citing.length > mostLinks && (
        <li>
          <Button look="quiet" onClick={() => setAll(true)}>
            {say(m.citingMore, { n: citing.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
