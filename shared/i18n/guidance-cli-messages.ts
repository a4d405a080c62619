import { defineMessages } from './messages.ts';

/** Words of the verb `guidance`. */
export const guidanceCliMessages = defineMessages({
  help: {
    en: `guidance list [--json]
guidance export [KEY…] --out FILE.json
guidance import FILE [--dry-run] [--json]
guidance bundled enterprise-attack|ics-attack

The organisation's own checklist templates and stage guides on this machine, and the release of ATT&CK.
import reads a file of templates and guides (docs/guidance.md) or the STIX bundle of a later ATT&CK release
and says what changes; with --dry-run nothing is taken over. What notebooks have adopted does not change.
KEY is what list shows first. bundled goes back to the release that came with Kiroku.`,
    ja: `guidance list [--json]
guidance export [キー…] --out ファイル.json
guidance import ファイル [--dry-run] [--json]
guidance bundled enterprise-attack|ics-attack

この端末にある自組織のチェックリストのテンプレートと段階ガイド、ATT&CKのリリースです。
importは、テンプレートとガイドのファイル（docs/guidance.md）、または新しいATT&CKのSTIXファイルを読み、
変わる内容を示します。--dry-runでは取り込みません。ノートブックに取り込み済みのものは変わりません。
キーはlistの先頭に出るものです。bundledで、Kirokuに付属するリリースに戻します。`,
  },
  piece: { en: '{key}  {title}, revision {number}', ja: '{key}  {title}、改訂{number}' },
  release: {
    en: '{domain}  ATT&CK {version} ({released}), comes with Kiroku',
    ja: '{domain}  ATT&CK {version}（{released}）、付属',
  },
  releaseImported: {
    en: '{domain}  ATT&CK {version} ({released}), imported',
    ja: '{domain}  ATT&CK {version}（{released}）、読み込み済み',
  },
  unknownPiece: {
    en: 'There is no template or guide "{key}" here; guidance list names them.',
    ja: '「{key}」というテンプレートやガイドはありません。guidance listで確認してください。',
  },
  nothing: {
    en: 'There is nothing of your own to export yet.',
    ja: '書き出す自組織のものはまだありません。',
  },
  notLater: {
    en: 'This release is not later than {before}, which is in use. Nothing was changed.',
    ja: '使用中の{before}より新しくないため、何も変更していません。',
  },
  difference: {
    en: '{domain}: {version} against {before}: {added} new, {retired} retired, {renamed} renamed, {moved} under other tactics',
    ja: '{domain}：{before}から{version}：追加{added}件、廃止{retired}件、名称変更{renamed}件、戦術の変更{moved}件',
  },
  change: {
    en: '{key}  {title}, revision {number}: {change}',
    ja: '{key}  {title}、改訂{number}：{change}',
  },
});
