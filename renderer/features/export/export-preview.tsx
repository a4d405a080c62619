import { tlpText } from '#shared/catalogue/tlp.ts';
import { exportMessages as m } from '#shared/i18n/export-messages.ts';
import { wordCount, wordReason } from '#shared/i18n/word-export.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import styles from './export-dialog.module.css';
import type { Preview } from './use-export-preview.ts';

/** What goes and what stays, and why: to be read before anything is written. */
export function ExportPreview({ preview }: { readonly preview: Preview | undefined }) {
  const say = useSay();
  const language = useLanguage();
  if (preview === undefined) return <p className={styles['counting']}>{say(m.previewing)}</p>;
  const { label, included, leftOut } = preview;
  return (
    <>
      {included.length === 0 ? (
        <p className={styles['nothing']}>{say(m.nothingGoes)}</p>
      ) : (
        <>
          <h4>{say(m.goes, { label: tlpText(label) })}</h4>
          <ul className={styles['goes']}>
            {included.map(({ kind, count }) => (
              <li key={kind}>{wordCount(kind, count, language)}</li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length === 0 ? (
        <p>{say(m.nothingStays)}</p>
      ) : (
        <>
          <h4>{say(m.stays)}</h4>
          <ul className={styles['stays']}>
            {leftOut.map(({ kind, reason, count, names }) => (
              <li key={`${kind} ${reason}`}>
                <span>
                  {say(m.leftOutLine, {
                    count: wordCount(kind, count, language),
                    reason: wordReason(reason, language),
                  })}
                </span>
                {kind !== 'incident' && (
                  <span className={styles['names']}>
                    {count > names.length
                      ? say(m.namesAndMore, { names: names.join(', '), more: count - names.length })
                      : names.join(', ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
