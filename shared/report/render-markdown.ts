import type { Block, Inline, ReportDocument, TableBlock } from './document.ts';
import { codeSpan, escapeMarkdown, joinMarkdown, protectStart } from './markdown-text.ts';
import { visibleText } from './visible-text.ts';

/** Where inline text stands: in a cell a line break has to be one of HTML's. */
type Place = 'paragraph' | 'cell';

/** Writes a report as CommonMark with GFM tables; figures give way to their tables. */
export function renderMarkdown(document: ReportDocument): string {
  const { running, sections, title } = document;
  const head = [running.tlpText, running.state].filter((text) => text !== '').map(bold);
  const marking = head.join(' · ');
  const parts = [marking];
  for (const section of sections) {
    if (section.id === 'cover') parts.push(`# ${oneLine(title)}`, escapeMarkdown(section.title));
    else parts.push(`## ${oneLine(section.title)}`);
    for (const block of section.blocks) parts.push(...blockParts(block));
  }
  parts.push('---', `${marking} · ${escapeMarkdown(running.seal)}`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function bold(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}

function oneLine(text: string): string {
  const line = visibleText(text).replaceAll(/\s+/g, ' ').trim();
  // Number signs at the end would close the heading (§4.2).
  return escapeMarkdown(line).replace(/#+$/, (signs) => signs.replaceAll('#', String.raw`\#`));
}

function blockParts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inlineText(block.content, 'cell').trim()}`];
    case 'paragraph': {
      const text = inlineText(block.content, 'paragraph').split('\n').map(protectStart).join('\n');
      return [block.tone === 'unknown' && !text.includes('\n') ? `*${text}*` : text];
    }
    case 'list':
      return [
        listText(
          block.items.map((item) => inlineText(item, 'cell')),
          block.ordered,
        ),
      ];
    case 'definitions':
      return [
        listText(
          block.items.map(({ term, details }) => {
            const text = details.map((detail) => inlineText(detail, 'cell')).join('<br>');
            return `${bold(term)} ${text}`;
          }),
          false,
        ),
      ];
    case 'table':
      return tableParts(block);
    case 'figure':
      return block.table === undefined ? [] : tableParts(block.table);
    case 'note':
      return [
        [bold(block.title), ...block.blocks.flatMap(blockParts)]
          .join('\n\n')
          .split('\n')
          .map((line) => (line === '' ? '>' : `> ${line}`))
          .join('\n'),
      ];
    case 'pair':
      return [...block.left, ...block.right].flatMap(blockParts);
    case 'page-break':
      return [];
  }
}

function listText(items: readonly string[], ordered: boolean): string {
  return items
    .map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${protectStart(item.trim())}`)
    .join('\n');
}

/** A group's heading cannot stand inside a GFM table, so each group is a table of its own. */
function tableParts({ caption, columns, groups }: TableBlock): readonly string[] {
  const header = `| ${columns.map((column) => escapeMarkdown(column.header)).join(' | ')} |`;
  const rule = `| ${columns.map(({ align }) => (align === 'end' ? '---:' : '---')).join(' | ')} |`;
  const parts = caption === undefined ? [] : [bold(caption)];
  for (const { heading, rows } of groups) {
    if (heading !== undefined) parts.push(`**${inlineText(heading, 'cell').trim()}**`);
    const lines = rows.map(
      ({ cells }) => `| ${cells.map((cell) => inlineText(cell, 'cell').trim()).join(' | ')} |`,
    );
    if (rows.length > 0) parts.push([header, rule, ...lines].join('\n'));
  }
  return parts;
}

function inlineText(content: readonly Inline[], place: Place): string {
  return joinMarkdown(content.map((inline) => inlinePart(inline, place)));
}

function inlinePart(inline: Inline, place: Place): string {
  const newLine = place === 'cell' ? '<br>' : '\\\n';
  switch (inline.kind) {
    case 'text': {
      const lines = inline.text.split('\n');
      // A line of blanks would end the paragraph.
      const kept = place === 'cell' ? lines : lines.filter((line) => line.trim() !== '');
      return (lines.length === 1 ? lines : kept).map(escapeMarkdown).join(newLine);
    }
    case 'strong':
      return wrap('**', inlineText(inline.content, place));
    case 'struck':
      return wrap('~~', inlineText(inline.content, place));
    case 'small':
    case 'link':
      return inlineText(inline.content, place);
    case 'code':
      return codeSpan(inline.text);
    case 'label':
      return String.raw`\[` + escapeMarkdown(inline.text.replaceAll('\n', ' ')) + String.raw`\]`;
    case 'break':
      return newLine;
  }
}

/** Marks bind only when they touch the text and have room outside (§6.2). */
function wrap(mark: string, text: string): string {
  const inner = text.trim();
  return inner === '' ? '' : ` ${mark}${inner}${mark} `;
}
