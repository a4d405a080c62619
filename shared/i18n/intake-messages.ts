import { defineMessages } from './messages.ts';

/** Words for how files are taken in, while they are, and what came of a folder. */
export const intakeMessages = defineMessages({
  options: { en: 'How files are taken in', ja: '取り込み方法' },
  title: { en: 'How files are taken in', ja: '取り込み方法' },
  as: { en: 'What is taken', ja: '取り込むもの' },
  asCopy: { en: 'Files, as copies', ja: 'ファイル（複製する）' },
  asFolder: { en: 'Folders with all that they hold', ja: 'フォルダー（中のファイルすべて）' },
  asReference: { en: 'Files that stay where they are', ja: 'ファイル（複製せず、元の場所に置く）' },
  asCopyHint: {
    en: 'Each file is copied into the notebook, hashed on the way, and the copy is read back.',
    ja: 'ファイルをノートブックに複製しながらハッシュ値を計算し、複製を読み返します。',
  },
  asFolderHint: {
    en: 'Every file becomes an item of its own with its path in the folder. Links and special files are not followed; they are named in a list, which becomes an item as well.',
    ja: 'ファイルごとに、フォルダー内のパスとともに証拠になります。リンクや特殊ファイルはたどらず、理由とともに一覧に記載します。一覧も証拠になります。',
  },
  asReferenceHint: {
    en: 'For what is too large to copy. The file is read where it lies and hashed, whole and in pieces; later it can be read again and compared.',
    ja: '複製するには大きすぎるファイル用です。元の場所で読み取り、全体と部分ごとのハッシュ値を計算します。後で読み直して照合できます。',
  },
  hashes: { en: 'Hashes', ja: 'ハッシュ値' },
  sha256Always: { en: 'SHA-256 (always)', ja: 'SHA-256（常に計算）' },
  hashesHint: {
    en: 'MD5 and SHA-1 are for old tools and lists: both can be forged. They are computed in the same reading.',
    ja: 'MD5とSHA-1は古いツールや一覧との照合用です（どちらも偽造が可能）。同じ読み取りの中で計算します。',
  },
  keep: { en: 'Keep for what is added next', ja: '次に追加するものに適用' },
  chooseFiles: { en: 'Choose files…', ja: 'ファイルを選択…' },
  chooseFolders: { en: 'Choose folders…', ja: 'フォルダーを選択…' },
  kept: { en: 'For what is added next: {what}', ja: '次に追加するものに適用：{what}' },
  keptFields: { en: { one: '{n} field', other: '{n} fields' }, ja: '{n}項目' },
  clear: { en: 'Clear', ja: '解除' },

  // Running
  pause: { en: 'Pause', ja: '一時停止' },
  pauseOne: { en: 'Pause adding {name}', ja: '{name}の追加を一時停止' },
  resume: { en: 'Go on', ja: '再開' },
  resumeOne: { en: 'Go on adding {name}', ja: '{name}の追加を再開' },
  paused: { en: 'Paused', ja: '一時停止中' },

  // What came of a folder
  folderDone: {
    en: {
      one: '{name}: {n} file taken in ({size}). List: {list}.',
      other: '{name}: {n} files taken in ({size}). List: {list}.',
    },
    ja: '{name}：{n}個のファイルを取り込みました（{size}）。一覧：{list}',
  },
  folderRefused: { en: 'Not taken: {what}', ja: '取り込まなかったもの：{what}' },
  folderEmpty: {
    en: { one: '{n} folder is empty', other: '{n} folders are empty' },
    ja: '空のフォルダー {n}個',
  },
  refusedLink: { en: { one: '{n} link', other: '{n} links' }, ja: 'リンク {n}個' },
  refusedSpecial: {
    en: {
      one: '{n} special file (pipe, socket, device)',
      other: '{n} special files (pipe, socket, device)',
    },
    ja: '特殊ファイル（パイプ・ソケット・装置）{n}個',
  },
  refusedNoAccess: {
    en: '{n} that may not be read',
    ja: '読み取り権限がないもの {n}個',
  },
  refusedGone: { en: '{n} that vanished', ja: '消えたもの {n}個' },
  refusedTooDeep: {
    en: { one: '{n} folder too deep', other: '{n} folders too deep' },
    ja: '深すぎるフォルダー {n}個',
  },
  refusedNotebook: { en: 'this notebook itself', ja: 'このノートブック自身' },
  refusedOther: { en: '{n} that could not be read', ja: '読み取れなかったもの {n}個' },
  refusedStopped: { en: '{n} after it was stopped', ja: '中止後の残り {n}個' },
  refusedDiskFull: { en: '{n} for want of room on the disk', ja: '空き不足のもの {n}個' },
});
