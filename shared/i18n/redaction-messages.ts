import { defineMessages } from './messages.ts';

/** Words of redacted copies in the command line: checking them. */
export const redactionMessages = defineMessages({
  verifiedCopy: {
    en: 'In order as a redacted copy: what that proves, and what it does not, stands above. Feeds: {feeds}, lines: {lines}.',
    ja: '墨消しした控えとして問題はありません。証明されることとされないことは上のとおりです（フィード{feeds}件、{lines}行）。',
  },
  copyMadeFor: { en: 'Made for {label}.', ja: '{label}向けに作られています。' },
  notRedacted: {
    en: '{place} is no redacted copy: nothing is hidden in it that --opening could show.',
    ja: '{place}は墨消しした控えではありません。--openingで見せる値は隠されていません。',
  },
  notAnOpening: {
    en: '{file} cannot be read as an opening (what kiroku redaction open writes).',
    ja: '{file}は、kiroku redaction openで書き出したファイルとして読めません。',
  },
});
