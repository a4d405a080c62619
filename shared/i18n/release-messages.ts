import { defineMessages } from './messages.ts';

/** How far a version of the report has come. */
export const releaseStateMessages = defineMessages({
  review: { en: 'in review', ja: '査読中' },
  approved: { en: 'approved', ja: '承認済み' },
  released: { en: 'released', ja: '発行済み' },
  withdrawn: { en: 'withdrawn', ja: '取り下げ' },
});

/** Why something about a version was not done. */
export const releaseProblemMessages = defineMessages({
  noSuchRelease: {
    en: 'There is no version {no} in this notebook.',
    ja: 'このノートに版{no}はありません。',
  },
  notApproved: {
    en: 'Version {no} is {state}. It is released after at least one reviewer approves it and while no objection stands.',
    ja: '版{no}は{state}です。査読者が1人以上承認し、異議が残っていないときに発行できます。',
  },
  alreadyReleased: {
    en: 'Version {no} was released as {format} before. That file does not change; give a new version to reviewers instead.',
    ja: '版{no}は{format}形式で発行済みです。発行したファイルは変わりません。変更するときは新しい版を査読に出してください。',
  },
  newerChoice: {
    en: 'A newer version of this program submitted {no} for readers or in a language that this one does not know.',
    ja: '版{no}は、このプログラムより新しい版で提出されたため、読者または言語の設定を読めません。',
  },
  notInReview: {
    en: 'Version {no} is {state}; nothing is said about it any more.',
    ja: '版{no}は{state}のため、意見は追加できません。',
  },
  textMissing: {
    en: 'Say why: a comment, an objection and a withdrawal need words.',
    ja: '理由を書いてください。コメント、異議、取り下げには文が必要です。',
  },
  notKept: {
    en: 'The file could not be kept in the notebook ({detail}). Nothing was released.',
    ja: 'ファイルをノートに保存できませんでした（{detail}）。発行していません。',
  },
  printFailed: {
    en: 'The PDF could not be printed ({detail}). Nothing was released.',
    ja: 'PDFを作成できませんでした（{detail}）。発行していません。',
  },
});

/** Words of `kiroku release`, and what `verify` says of released files. */
export const releaseCliMessages = defineMessages({
  helpRelease: {
    en: `kiroku release FOLDER [--lang en|ja] [--json]
kiroku release FOLDER --submit [--audience A | --template FILE] [--in en|ja|both] [--zone Z] [--tlp LABEL] [--roles]
  [--defang] [--changes TEXT] [--by NAME]
kiroku release FOLDER --review R-001 --verdict approve|comment|object [--text TEXT] [--role ROLE] [--by NAME]
kiroku release FOLDER --draft R-001 --out FILE
kiroku release FOLDER --publish R-001 --out FILE [--by NAME]
kiroku release FOLDER --withdraw R-001 --text REASON [--by NAME]
kiroku release FOLDER --check FILE

Lists the versions of the report. --submit gives the report as it stands now to reviewers: later lines
do not change it. --draft writes it for them to read, marked as in review. --review says what a reviewer,
--by, thinks. A version is approved when at least one reviewer approves it and no objection stands.
--publish freezes it: the file lies in the notebook as an evidence item, and its hash in the journal.
--check tells of a file whether it is a released one, byte by byte; exit code 1 when it is none.`,
    ja: `kiroku release FOLDER [--lang en|ja] [--json]
kiroku release FOLDER --submit [--audience A | --template FILE] [--in en|ja|both] [--zone Z] [--tlp LABEL] [--roles]
  [--defang] [--changes TEXT] [--by NAME]
kiroku release FOLDER --review R-001 --verdict approve|comment|object [--text TEXT] [--role ROLE] [--by NAME]
kiroku release FOLDER --draft R-001 --out FILE
kiroku release FOLDER --publish R-001 --out FILE [--by NAME]
kiroku release FOLDER --withdraw R-001 --text REASON [--by NAME]
kiroku release FOLDER --check FILE

報告書の版を一覧します。--submitは現時点の報告書を査読に出します。その後の記録は版の内容に影響しま
せん。--draftは査読用に「査読中」と記したファイルを書き出します。--reviewは査読者（--by）の意見を
記録します。1人以上が承認し、異議が残っていなければ承認済みとなります。--publishは版を確定します。
ファイルは証拠としてノートに保存され、ハッシュ値が記録されます。--checkはファイルが発行したものと
1バイトも違わないかを確かめます（該当しなければ終了コード1）。`,
  },
  submitted: {
    en: 'Version {no} went to reviewers: {audience}, {language}.',
    ja: '版{no}を査読に出しました（{audience}、{language}）。',
  },
  reviewed: { en: 'Version {no} is {state}.', ja: '版{no}は{state}です。' },
  published: {
    en: 'Released {no} as {format}, kept as {evidence}. SHA-256 {sha256}',
    ja: '版{no}を{format}形式で発行し、{evidence}として保存しました。SHA-256 {sha256}',
  },
  approvedByWriter: {
    en: 'Note: nobody but its writer approved {no}.',
    ja: '注意：版{no}を承認したのは作成者本人だけです。',
  },
  line: {
    en: '{no}  {state}  {audience}  {language}  {by}  {at}',
    ja: '{no}  {state}  {audience}  {language}  {by}  {at}',
  },
  verdictLine: { en: '  {by}: {verdict}  {text}', ja: '  {by}：{verdict}  {text}' },
  fileLine: {
    en: '  {format}  {evidence}  {sha256}',
    ja: '  {format}  {evidence}  {sha256}',
  },
  none: { en: 'No version of the report was submitted.', ja: '査読に出した版はありません。' },
  fileUnread: {
    en: '{file} could not be read ({detail}).',
    ja: '{file}を読み込めませんでした（{detail}）。',
  },
  checkGood: {
    en: 'This is {no} ({format}), released {at} by {by}: every byte is as it was released.',
    ja: '{at}に{by}が発行した版{no}（{format}）です。発行時と1バイトも違いません。',
  },
  checkWithdrawn: {
    en: 'The version was withdrawn since: {reason}',
    ja: 'この版はその後取り下げられました：{reason}',
  },
  checkNone: {
    en: 'No released report of this notebook has these bytes (SHA-256 {sha256}).',
    ja: 'このノートで発行した報告書に、この内容のものはありません（SHA-256 {sha256}）。',
  },
  verifyWhole: {
    en: 'Released report {no} ({format}, {evidence}): whole, SHA-256 {sha256}',
    ja: '発行した報告書{no}（{format}、{evidence}）：完全、SHA-256 {sha256}',
  },
  verifyBroken: {
    en: 'Released report {no} ({format}, {evidence}): missing or changed; its SHA-256 should be {sha256}',
    ja: '発行した報告書{no}（{format}、{evidence}）：欠落または変化。本来のSHA-256は{sha256}',
  },
});
