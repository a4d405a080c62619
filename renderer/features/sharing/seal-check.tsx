import { useState } from 'react';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import styles from './sharing-view.module.css';

type Reply = IpcReply<'seal:check'>;

/** Holds a seal that somebody reads from paper against the folder. */
export function SealCheck({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const [text, setText] = useState('');
  const [reply, setReply] = useState<Reply>();
  const check = async () => {
    if (text.trim() !== '') setReply(await desktop['seal:check']({ text }));
  };
  return (
    <section className={styles['result']} aria-label={say(m.checkSeal)}>
      <h3>{say(m.checkSeal)}</h3>
      <TextArea
        label={say(m.sealText)}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setReply(undefined);
        }}
        onSubmit={() => void check()}
      />
      <div className={styles['buttons']}>
        <Button onClick={() => void check()}>{say(m.check)}</Button>
      </div>
      {reply !== undefined && <Outcome reply={reply} />}
    </section>
  );
}

function Outcome({ reply }: { readonly reply: Reply }) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  if (!reply.ok)
    return (
      <Banner tone="danger">
        {say(reply.error.kind === 'no-notebook' ? errorMessages.appendNoNotebook : m.notSealWords)}
      </Banner>
    );
  const { value } = reply;
  switch (value.kind) {
    case 'now':
      return <Banner tone="note">{say(m.sealIsNow)}</Banner>;
    case 'unknown':
      return <Banner tone="danger">{say(m.sealUnknown)}</Banner>;
    case 'written': {
      const at = formatInstant(value.wall, { zone, locale, style: 'full' });
      const words = { by: visibleText(value.by), at };
      return value.isWhole ? (
        <Banner tone="note">{say(m.sealHolds, words)}</Banner>
      ) : (
        <Banner tone="danger">{say(m.sealBroken, words)}</Banner>
      );
    }
  }
}
