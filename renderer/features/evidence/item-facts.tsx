import type { ReactNode } from 'react';
import type { AnyItem, FileReference } from '#shared/domain/evidence.ts';
import type { EvidenceFields } from '#shared/domain/evidence-fields.ts';
import { evidenceFieldMessages } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import {
  claimFact,
  type EvidenceFact,
  factsRecorded,
  factsSaid,
} from '#shared/i18n/word-evidence.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { ClockText } from './clock-text.tsx';
import styles from './evidence-detail.module.css';

/** A line of what is known of an item. */
export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the program recorded of an item: of the copy, of the file that stays elsewhere, of neither for a thing. */
export function RecordedFacts({ item }: { readonly item: AnyItem }) {
  const say = useSay();
  const language = useLanguage();
  const { reference } = item;
  const { sha256, size } = reference ?? item;
  const further = factsRecorded(item, {
    language,
    sizeText: (bytes) => sizeText(bytes, language),
  });
  return (
    <>
      {sha256 !== undefined && (
        <Fact term={say(m.sha256)}>
          <Hash number={item.no} value={sha256} />
        </Fact>
      )}
      {reference !== undefined && sha256 === undefined && (
        <Fact term={say(m.sha256)}>
          <span className={styles['none']}>{say(evidenceFieldMessages.notRead)}</span>
        </Fact>
      )}
      <FurtherFacts facts={further.filter(({ isCode }) => isCode === true)} />
      {size !== undefined && (
        <Fact term={say(m.size)}>
          {size < 1000 ? '' : `${sizeText(size, language)} · `}
          {say(m.bytes, { n: size })}
        </Fact>
      )}
      {item.sha256 !== undefined && (
        <Fact term={say(m.storedAs)}>
          <code>{`evidence/${item.sha256}.evid`}</code>
        </Fact>
      )}
      {(item.sha256 !== undefined || reference !== undefined) && (
        <PlaceFacts place={reference ?? item} />
      )}
      <FurtherFacts facts={further.filter(({ isCode }) => isCode !== true)} />
    </>
  );
}

/** What people say of an item, and what came of a hash that was brought with it. */
export function SaidFacts({
  item,
  fields,
}: {
  readonly item: AnyItem | undefined;
  readonly fields: EvidenceFields;
}) {
  const language = useLanguage();
  const { zone } = useWorkspace();
  const claim = item && claimFact(item, fields, language);
  const facts = [...factsSaid(fields, { language, zone }), ...(claim === undefined ? [] : [claim])];
  return <FurtherFacts facts={facts} />;
}

function FurtherFacts({ facts }: { readonly facts: readonly EvidenceFact[] }) {
  return facts.map(({ key, name, text, isCode, isWarning }) => (
    <Fact key={key} term={name}>
      {isCode === true ? (
        <code>{text}</code>
      ) : (
        <span className={isWarning === true ? styles['differs'] : styles['typed']}>
          {visibleText(text)}
        </span>
      )}
    </Fact>
  ));
}

function Hash({ number, value }: { readonly number: string; readonly value: string }) {
  const say = useSay();
  const { announce } = useWorkspace();
  return (
    <span className={styles['copied']}>
      <HashText value={value} />
      <CopyButton
        name={say(m.copyHash, { number })}
        text={value}
        onCopied={(taken) =>
          announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
        }
      />
    </span>
  );
}

/** Where a file lay or lies, and its times. */
function PlaceFacts({ place }: { readonly place: Pick<FileReference, 'origin' | 'times'> }) {
  const say = useSay();
  const { times, origin } = place;
  const unknown = <span className={styles['none']}>{say(m.originUnknown)}</span>;
  return (
    <>
      <Fact term={say(m.origin)}>
        {origin === undefined ? unknown : <code>{visibleText(origin.path)}</code>}
      </Fact>
      {origin !== undefined && origin.pathBytes !== '' && !saysTheSame(origin) && (
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
function saysTheSame({ path, pathBytes }: NonNullable<AnyItem['origin']>): boolean {
  try {
    const bytes = Uint8Array.from(atob(pathBytes), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) === path;
  } catch {
    return false;
  }
}
