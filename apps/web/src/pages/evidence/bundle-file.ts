import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { type BundledItem, nameOf } from '#evidence';
import { stateWords } from '#referrals';
import { formatDateTime } from '../../views/filters.js';
import { answerRows } from '../worksheets/worksheet-words.js';
import { factsOf, originalWords, pathOf } from './evidence-words.js';
import type { PoliceFile } from './police-bundle.js';
import { versionsPage } from './versions-file.js';

/** A bundle holds no times of its own: the same content is the same file. */
const NO_TIME = {
  mtime: new Date(1980, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  compress: false,
};

/** The bundle for the police as a download; its name says which case and nothing of anybody. */
export function bundleDownload(file: PoliceFile): StreamableFile {
  const zip = new ZipFile();
  const words = wordFiles(file);
  for (const { name, content } of words) zip.addBuffer(Buffer.from(content), name, NO_TIME);
  for (const { item, open } of file.items) {
    if (open) addContent(zip, pathOf(item), open);
  }
  const sums = [
    ...words.map(({ name, content }) => `${sha256(content)}  ${name}\n`),
    ...file.items.flatMap(({ item, open }) => (open ? [`${item.sha256}  ${pathOf(item)}\n`] : [])),
  ];
  zip.addBuffer(Buffer.from(sums.join('')), 'SHA256SUMS', NO_TIME);
  zip.end();
  const name = `police-bundle-${file.found.reference}.zip`;
  return new StreamableFile(Readable.from(zip.outputStream), {
    type: 'application/zip',
    disposition: `attachment; filename="${name}"`,
  });
}

function addContent(zip: ZipFile, name: string, open: NonNullable<BundledItem['open']>): void {
  zip.addReadStreamLazy(name, NO_TIME, (callback) => {
    open().then(
      (content) => callback(null, content),
      (error: Error) => callback(error, Readable.from([])),
    );
  });
}

function wordFiles(file: PoliceFile) {
  const items = file.items.map(({ item }) => item);
  const versions = versionsPage(file.found.reference, items);
  return [
    { name: 'evidence.txt', content: listOf(file) },
    { name: 'threat-log.txt', content: threatLog(file) },
    ...(versions ? [{ name: 'versions.html', content: versions }] : []),
  ];
}

function listOf({ found, items }: PoliceFile): string {
  const entries = items.map(({ item, open }) =>
    [
      `${nameOf(item)}  ${open ? pathOf(item) : 'its content was destroyed'}`,
      ...factsOf(
        item,
        items.map((one) => one.item),
      ).map(({ key, text }) => `  ${key}: ${text}`),
      `  Original: ${originalWords(item.original)}`,
    ].join('\n'),
  );
  const head = `Evidence of ${found.reference}, each with the SHA-256 of its content as it was sealed`;
  return `${[head, ...entries].join('\n\n')}\n`;
}

function threatLog({ worksheet: { kind, worksheet }, found }: PoliceFile): string {
  if (!worksheet) return '';
  const stages = ['before', 'after'] as const;
  const sections = stages.flatMap((stage) =>
    answerRows(kind, stage, worksheet.answers, { people: [], reference: found.reference }),
  );
  const signed = worksheet.signedAt
    ? [`Signed off by ${worksheet.signedByName}, ${formatDateTime(worksheet.signedAt)}`]
    : [];
  const head = [
    `${kind.title}: ${found.reference}`,
    stateWords(kind, worksheet.state).text,
    ...signed,
  ];
  const parts = sections.map(({ title, facts }) =>
    [title, ...facts.map(({ key, text }) => `- ${key}\n  ${text}`)].join('\n'),
  );
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}
