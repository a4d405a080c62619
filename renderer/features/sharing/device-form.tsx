import { useState } from 'react';
import { parseOffset, parsePlusMinus } from '#shared/domain/clock-reading.ts';
import type { DeviceFields } from '#shared/domain/device.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { deviceMessages as d } from '#shared/i18n/device-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import styles from './sharing-view.module.css';

/** What somebody wants to say of a device. */
export type DeviceQuestion = 'clock' | 'lost';

type DeviceFormProps = {
  readonly question: DeviceQuestion;
  readonly lost: string;
  readonly onSave: (change: DeviceFields) => void;
  readonly onCancel: () => void;
};

/** Asks how far a device's clock was off, or since when it is lost. */
export function DeviceForm({ question, lost, onSave, onCancel }: DeviceFormProps) {
  const say = useSay();
  const [text, setText] = useState(question === 'lost' ? lost : '');
  const [width, setWidth] = useState('');
  const [how, setHow] = useState('');
  const [tried, setTried] = useState(false);
  const offsetMs = parseOffset(text);
  const plusMinusMs = width.trim() === '' ? 0 : parsePlusMinus(width);
  const save = () => {
    setTried(true);
    if (question === 'lost') return onSave({ lost: text.trim() });
    if (offsetMs === undefined || plusMinusMs === undefined) return undefined;
    return onSave({
      clock: { aheadMs: offsetMs === 0 ? 0 : -offsetMs, plusMinusMs, how: how.trim() },
    });
  };
  return (
    <div className={styles['column']}>
      {question === 'lost' ? (
        <TextArea
          label={say(d.lostWhen)}
          hint={say(d.lostHint)}
          value={text}
          autoFocus
          onChange={setText}
          onSubmit={save}
        />
      ) : (
        <div className={styles['pair']}>
          <Field
            label={say(clockMessages.offset)}
            hint={say(clockMessages.offsetHint)}
            problem={tried && offsetMs === undefined ? say(clockMessages.badOffset) : undefined}
            placeholder="+00:03:12"
            value={text}
            maxLength={100}
            mono
            autoFocus
            onChange={setText}
            onEnter={save}
          />
          <Field
            label={say(clockMessages.width)}
            problem={tried && plusMinusMs === undefined ? say(clockMessages.badWidth) : undefined}
            value={width}
            maxLength={100}
            mono
            onChange={setWidth}
            onEnter={save}
          />
          <Field
            label={say(clockMessages.how)}
            placeholder={say(clockMessages.howPlaceholder)}
            value={how}
            maxLength={2_000}
            onChange={setHow}
            onEnter={save}
          />
        </div>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" onClick={save}>
          {say(frameMessages.save)}
        </Button>
        <Button onClick={onCancel}>{say(frameMessages.cancel)}</Button>
      </div>
    </div>
  );
}
