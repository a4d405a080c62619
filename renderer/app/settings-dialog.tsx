import { useState } from 'react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { Settings } from '#shared/ipc/contract.ts';
import { useSay } from '../records/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select } from '../ui/field.tsx';
import styles from './dialogs.module.css';
import type { AppInfo, ChangeSettings } from './use-settings.ts';

type SettingsDialogProps = {
  readonly settings: Settings;
  readonly info: AppInfo;
  readonly change: ChangeSettings;
  readonly onClose: () => void;
};

/** Language, appearance and name; every change holds at once. */
export function SettingsDialog({ settings, info, change, onClose }: SettingsDialogProps) {
  const say = useSay();
  const [by, setBy] = useState(settings.by);
  const [touched, setTouched] = useState(false);
  const close = () => {
    if (by.trim() !== '' && by.trim() !== settings.by) void change({ by: by.trim() });
    onClose();
  };
  return (
    <Dialog title={say(m.settings)} closeName={say(m.close)} onClose={close} width="narrow">
      <div className={styles['form']}>
        <Select
          label={say(m.language)}
          value={settings.language}
          onChange={(language) => void change({ language })}
          options={[
            { value: 'en', label: 'English' },
            { value: 'ja', label: '日本語' },
          ]}
        />
        <Select
          label={say(m.theme)}
          value={settings.theme}
          onChange={(theme) => void change({ theme })}
          options={[
            { value: 'system', label: say(m.themeSystem) },
            { value: 'light', label: say(m.themeLight) },
            { value: 'dark', label: say(m.themeDark) },
          ]}
        />
        <Field
          label={say(m.yourName)}
          value={by}
          onChange={(name) => {
            setBy(name);
            setTouched(true);
          }}
          onEnter={close}
          hint={say(m.yourNameHint)}
          problem={touched && by.trim() === '' ? say(m.nameNeeded) : undefined}
          maxLength={200}
        />
        <p className={styles['about']}>{say(m.atRest)}</p>
        <p className={styles['about']}>
          {say(m.about, {
            version: info.version,
            commit: info.commit.slice(0, 8),
            runtime: info.runtime,
          })}
        </p>
      </div>
    </Dialog>
  );
}
