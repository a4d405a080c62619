import type { Job } from '../ipc/contract.ts';
import { sizeText } from '../report/size-text.ts';
import { intakeMessages as m } from './intake-messages.ts';
import { type Language, type Message, say } from './messages.ts';

type TakenFolder = NonNullable<Job['folder']>;

const refusalMessages: Readonly<Record<string, Message>> = {
  link: m.refusedLink,
  special: m.refusedSpecial,
  'not-a-regular-file': m.refusedSpecial,
  'no-access': m.refusedNoAccess,
  gone: m.refusedGone,
  'not-found': m.refusedGone,
  'too-deep': m.refusedTooDeep,
  notebook: m.refusedNotebook,
  cancelled: m.refusedStopped,
  'disk-full': m.refusedDiskFull,
};

/** What came of a folder in one or two sentences: what was taken, and what was not and why. */
export function wordTakenFolder(
  name: string,
  { taken, bytes, refused, empty, list }: TakenFolder,
  language: Language,
): string {
  const size = sizeText(bytes, language);
  const done = say(language, m.folderDone, { name, n: taken, size, list });
  const left = Object.entries(refused).map(([because, n]) =>
    say(language, refusalMessages[because] ?? m.refusedOther, { n }),
  );
  const notes = empty > 0 ? [say(language, m.folderEmpty, { n: empty })] : [];
  const all = [...left, ...notes];
  if (all.length === 0) return done;
  const separator = language === 'ja' ? '、' : ', ';
  return [done, say(language, m.folderRefused, { what: all.join(separator) })].join(' ');
}
