import { defineMessages } from './messages.ts';

/** Words of the dialog that shapes the report: its sections, header, logo and letters. */
export const reportShapeMessages = defineMessages({
  title: { en: 'Shape of the report', ja: '報告書の体裁' },
  command: { en: 'Shape the report', ja: '報告書の体裁を整える' },
  open: { en: 'Shape…', ja: '体裁…' },
  openOwn: { en: 'Shape: {name}', ja: '体裁：{name}' },
  lead: {
    en: 'Sections, header, logo and letters of the report for one audience. What you change holds when this closes, for this notebook on this machine; a template file carries it to others.',
    ja: '一つの読者向け報告書の章、ヘッダー、ロゴ、書体を決めます。閉じると反映され、この端末のこのノートに保存されます。テンプレートファイルで他の人に渡せます。',
  },
  for: { en: 'For: {audience}', ja: '読者：{audience}' },
  close: { en: 'Close', ja: '閉じる' },
  name: { en: 'Name of the template', ja: 'テンプレートの名前' },

  // Sections
  sections: { en: 'Sections', ja: '章' },
  sectionsHint: {
    en: 'Tick what stands in the report. Alt+Up and Alt+Down move the section that has the keyboard.',
    ja: '報告書に載せる章を選びます。Alt+↑とAlt+↓で、選択中の章を移動できます。',
  },
  up: { en: 'Move up: {name}', ja: '上へ移動：{name}' },
  down: { en: 'Move down: {name}', ja: '下へ移動：{name}' },
  moved: { en: '{name}: now {place} of {count}', ja: '{name}：{count}件中{place}番目' },
  shown: { en: '{name}: in the report', ja: '{name}：掲載します' },
  hidden: { en: '{name}: not in the report', ja: '{name}：掲載しません' },
  always: {
    en: '{name} (whenever something is left out)',
    ja: '{name}（除いたものがある場合は必ず掲載）',
  },
  add: { en: 'Add a section', ja: '章を追加' },
  newSection: { en: 'New section', ja: '新しい章' },
  edit: { en: 'Edit: {name}', ja: '編集：{name}' },
  remove: { en: 'Remove: {name}', ja: '削除：{name}' },
  added: { en: 'Added: {name}', ja: '追加しました：{name}' },
  removed: { en: 'Removed: {name}', ja: '削除しました：{name}' },
  sectionTitle: { en: 'Title (English)', ja: '見出し（英語）' },
  sectionTitleJa: { en: 'Title (Japanese)', ja: '見出し（日本語）' },
  sectionText: { en: 'Text (English)', ja: '本文（英語）' },
  sectionTextJa: { en: 'Text (Japanese)', ja: '本文（日本語）' },

  // Look
  look: { en: 'Header, logo and letters', ja: 'ヘッダー、ロゴ、書体' },
  header: { en: 'Header of every page', ja: '各ページのヘッダー' },
  typeface: { en: 'Typeface', ja: '書体' },
  sans: { en: 'Without serifs', ja: 'ゴシック体' },
  serif: { en: 'With serifs', ja: '明朝体' },
  logo: { en: 'Logo on the cover', ja: '表紙のロゴ' },
  logoHint: {
    en: 'PNG or JPEG, at most {limit} bytes; on the cover at most 60 mm by 20 mm.',
    ja: 'PNGまたはJPEG、{limit}バイトまで。表紙では最大60 mm×20 mmです。',
  },
  logoChoose: { en: 'Choose a picture…', ja: '画像を選択…' },
  logoRemove: { en: 'Remove the logo', ja: 'ロゴを外す' },
  logoName: { en: 'What the logo shows', ja: 'ロゴの代替テキスト' },
  logoNameHint: {
    en: 'Read out to people who do not see it.',
    ja: '画像を見られない読者に読み上げます。',
  },
  logoTaken: { en: 'Logo taken: {name}', ja: 'ロゴを設定しました：{name}' },

  // Files
  saveFile: { en: 'Save as template file…', ja: 'テンプレートとして保存…' },
  openFile: { en: 'Open template file…', ja: 'テンプレートを開く…' },
  reset: { en: 'Back to the audience’s own', ja: '読者ごとの標準に戻す' },
  saved: { en: 'Template written to {place}', ja: 'テンプレートを{place}に保存しました' },
  opened: { en: 'Opened {file} (for: {audience})', ja: '{file}を開きました（読者：{audience}）' },
  wasReset: {
    en: 'The shape is the audience’s own again.',
    ja: '読者ごとの標準の体裁に戻しました。',
  },
  diskFull: {
    en: 'The disk is full. Nothing was written; choose another place or make room.',
    ja: 'ディスクに空きがありません。保存していません。別の場所を選ぶか、空きを作ってください。',
  },
  writeFailed: {
    en: 'The file could not be written ({detail}). Choose another place.',
    ja: 'ファイルを書き込めませんでした（{detail}）。別の場所を選んでください。',
  },
});
