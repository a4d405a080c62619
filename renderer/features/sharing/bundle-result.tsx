import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { BundleReply } from '#shared/ipc/sharing-contract.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { CopiedWords } from './copied-words.tsx';
import { Fact } from './fact.tsx';
import styles from './sharing-view.module.css';

const leftMessages = {
  'receiver-has-it': m.leftKnown,
  'missing-here': m.leftMissing,
} as const;

/** What lies on the disk now, what is in it and what is not. */
export function BundleResult({ written }: { readonly written: BundleReply }) {
  const say = useSay();
  const language = useLanguage();
  const { place, bytes, sha256, lines, evidence, words, leftOut, changed, parts } = written;
  return (
    <section className={styles['result']} aria-label={say(m.bundled)}>
      <h3>{say(m.bundled)}</h3>
      {changed.length > 0 && <Banner tone="danger">{say(m.changed, { n: changed.length })}</Banner>}
      <dl className={styles['facts']}>
        <Fact term={say(m.place)}>
          <span className={styles['place']}>{place}</span>
        </Fact>
        {parts.length > 0 && (
          <Fact term={say(m.parts)}>
            <ul>
              {parts.map(({ name, bytes: size }) => (
                <li key={name}>
                  {name} ({sizeText(size, language)})
                </li>
              ))}
            </ul>
            <p className={styles['hint']}>
              {say(m.partsHint, { manifest: manifestOf(parts[0]?.name ?? '') })}
            </p>
          </Fact>
        )}
        <Fact term={say(m.size)}>{sizeText(bytes, language)}</Fact>
        <Fact term={say(m.sha256)}>
          <HashText value={sha256} />
        </Fact>
        <Fact term={say(m.holds)}>{say(m.holdsValue, { lines, evidence })}</Fact>
        {leftOut.length > 0 && (
          <Fact term={say(m.leftOut)}>
            <ul>
              {leftOut.map((left) => (
                <li key={left.no}>
                  {left.because === 'too-large'
                    ? say(m.leftTooLarge, { no: left.no, size: sizeText(left.bytes, language) })
                    : say(leftMessages[left.because], { no: left.no })}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact term={say(m.bundleSeal)}>
          <CopiedWords words={words} copyName={say(m.copySealWords)} />
          <p className={styles['hint']}>{say(m.bundleSealHint)}</p>
        </Fact>
      </dl>
    </section>
  );
}

function manifestOf(firstPart: string): string {
  return firstPart.replace(/\.001$/, '.parts.sha256');
}
