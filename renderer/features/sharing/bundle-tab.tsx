import { FileKey, PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { tlpText } from '#shared/catalogue/tlp.ts';
import { type Tlp, tlpLabels } from '#shared/domain/incident.ts';
import { openingMessages as o } from '#shared/i18n/opening-messages.ts';
import { redactionViewMessages as v } from '#shared/i18n/redaction-view-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { wordRedactionError } from '#shared/i18n/word-redaction.ts';
import { wordBundleError } from '#shared/i18n/word-transfer.ts';
import type { IpcRequest } from '#shared/ipc/contract.ts';
import type { BundleReply } from '#shared/ipc/sharing-contract.ts';
import { sizeText } from '#shared/report/size-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { BundleResult } from './bundle-result.tsx';
import { deviceName } from './device-name.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { OpeningDialog } from './opening-dialog.tsx';
import { RedactionPreview } from './redaction-preview.tsx';
import { SharingJob } from './sharing-job.tsx';
import styles from './sharing-view.module.css';
import { useRedactionPreview } from './use-redaction-preview.ts';

const mebibyte = 1_048_576;
const limits = ['none', '10', '100', '650', '4095'] as const;
type Limit = (typeof limits)[number];
/** The largest file of each; what FAT32 takes is 4 GiB less one byte. */
const splits = { none: undefined, fat: 4_294_967_295, cd: 681_574_399, mail: 19_999_999 } as const;
type Split = keyof typeof splits;
type Lock = 'none' | 'passphrase' | 'recipients';

/** Whole, or for a device; with or without large files; plain or wrapped with age. */
export function BundleTab({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const language = useLanguage();
  const { opened } = useSession();
  const feeds = useRecords('feeds');
  const [content, setContent] = useState<'all' | 'redacted'>('all');
  const [readers, setReaders] = useState<Tlp | 'any'>('GREEN');
  const [fields, setFields] = useState<readonly string[]>([]);
  const tlp = readers === 'any' ? undefined : readers;
  const isRedacted = content === 'redacted';
  const hidesAny = tlp !== undefined || fields.length > 0;
  const previewed = useRedactionPreview(desktop, isRedacted ? { tlp, fields } : undefined);
  const [since, setSince] = useState('');
  const [limit, setLimit] = useState<Limit>('none');
  const [split, setSplit] = useState<Split>('none');
  const [lock, setLock] = useState<Lock>('none');
  const [passphrase, setPassphrase] = useState('');
  const [recipients, setRecipients] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [written, setWritten] = useState<BundleReply>();

  const keys = recipients.split(/\s+/).filter((key) => key !== '');
  const isMissing =
    (lock === 'passphrase' && passphrase === '') || (lock === 'recipients' && keys.length === 0);
  const write = async () => {
    setTried(true);
    if (busy || isMissing) return;
    setBusy(true);
    setProblem(undefined);
    setWritten(undefined);
    const packing: Pick<IpcRequest<'bundle:write'>, 'splitBytes' | 'lock'> = {
      ...(split !== 'none' && { splitBytes: splits[split] }),
      ...(lock === 'passphrase' && { lock: { kind: 'passphrase', passphrase } }),
      ...(lock === 'recipients' && { lock: { kind: 'recipients', recipients: keys } }),
    };
    if (isRedacted) {
      const wish = { ...(tlp !== undefined && { tlp }), fields: [...fields] };
      const reply = await desktop['bundle:redact']({ ...packing, ...wish, isPreview: false });
      if (reply.ok) setWritten(reply.value.written);
      else setProblem(wordRedactionError(reply.error, language));
    } else {
      const reply = await desktop['bundle:write']({
        ...packing,
        ...(since !== '' && { since }),
        ...(limit !== 'none' && { largestEvidence: Number(limit) * mebibyte }),
      });
      if (reply.ok) setWritten(reply.value);
      else setProblem(wordBundleError(reply.error, language));
    }
    setBusy(false);
    setTried(false);
  };
  return (
    <div className={styles['column']}>
      <p className={styles['lead']}>{say(isRedacted ? v.lead : m.bundleLead)}</p>
      <div className={styles['pair']}>
        <Select
          label={say(v.content)}
          value={content}
          onChange={setContent}
          options={[
            { value: 'all', label: say(v.everything) },
            { value: 'redacted', label: say(v.redacted) },
          ]}
        />
        {isRedacted ? (
          <Select
            label={say(v.readers)}
            value={readers}
            onChange={(chosen) => {
              setReaders(chosen);
              setProblem(undefined);
            }}
            options={[
              ...tlpLabels.map((value) => ({ value, label: tlpText(value) })),
              { value: 'any', label: say(v.anyReaders) },
            ]}
          />
        ) : (
          <>
            <Select
              label={say(m.bundleFor)}
              value={since}
              onChange={setSince}
              options={[
                { value: '', label: say(m.forAnybody) },
                ...feeds
                  .filter(({ id }) => id !== opened.feed)
                  .map((feed) => ({
                    value: feed.id,
                    label: say(m.forDevice, { device: deviceName(say, feed) }),
                  })),
              ]}
            />
            <Select
              label={say(m.largest)}
              value={limit}
              onChange={setLimit}
              options={limits.map((value) => ({
                value,
                label:
                  value === 'none'
                    ? say(m.largestNone)
                    : say(m.largestOf, { size: sizeText(Number(value) * mebibyte, language) }),
              }))}
            />
          </>
        )}
        <Select
          label={say(m.split)}
          value={split}
          onChange={setSplit}
          options={[
            { value: 'none', label: say(m.splitNone) },
            { value: 'fat', label: say(m.splitFat) },
            { value: 'cd', label: say(m.splitCd) },
            { value: 'mail', label: say(m.splitMail) },
          ]}
        />
        <Select
          label={say(m.lock)}
          value={lock}
          onChange={setLock}
          options={[
            { value: 'none', label: say(m.lockNone) },
            { value: 'passphrase', label: say(m.lockPassphrase) },
            { value: 'recipients', label: say(m.lockRecipients) },
          ]}
        />
      </div>
      {lock === 'none' && <p className={styles['hint']}>{say(m.lockNoneHint)}</p>}
      {lock === 'passphrase' && (
        <Field
          label={say(m.passphrase)}
          hint={say(m.passphraseHint)}
          problem={tried && isMissing ? say(m.passphraseMissing) : undefined}
          value={passphrase}
          maxLength={1024}
          mono
          onChange={setPassphrase}
          onEnter={() => void write()}
        />
      )}
      {lock === 'recipients' && (
        <TextArea
          label={say(m.recipients)}
          hint={say(m.recipientsHint)}
          problem={tried && isMissing ? say(m.recipientsMissing) : undefined}
          value={recipients}
          onChange={setRecipients}
          onSubmit={() => void write()}
        />
      )}
      {isRedacted && (
        <>
          <HiddenFields
            fields={previewed.summary?.fields ?? []}
            chosen={fields}
            onChange={(chosen) => {
              setFields(chosen);
              setProblem(undefined);
            }}
          />
          <RedactionPreview previewed={previewed} isChosen={hidesAny} />
        </>
      )}
      <div>
        <Button
          look="primary"
          icon={<PackageCheck size={16} aria-hidden />}
          aria-disabled={busy || undefined}
          onClick={() => void write()}
        >
          {say(isRedacted ? v.make : m.makeBundle)}
        </Button>
      </div>
      {busy && <SharingJob desktop={desktop} kind="bundle" name={say(m.bundling)} />}
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {written !== undefined && <BundleResult written={written} />}
      {isRedacted && <ShowLater desktop={desktop} />}
    </div>
  );
}

/** The way back to a copy that was handed out. */
function ShowLater({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['later']}>
      <Button icon={<FileKey size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {say(o.action)}
      </Button>
      <p className={styles['hint']}>{say(o.actionHint)}</p>
      {isOpen && <OpeningDialog desktop={desktop} onClose={() => setOpen(false)} />}
    </div>
  );
}
