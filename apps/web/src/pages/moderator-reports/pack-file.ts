import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { EvidenceItem } from '#evidence';
import { packFiles } from './report-pack.js';
import type { ReportWithText } from './report-desk.js';

/** A pack holds no times of its own: the same content is the same file. */
const NO_TIME = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** A report pack as a download; its name says which case and nothing of anybody. */
export function packDownload(
  file: ReportWithText,
  evidence: readonly EvidenceItem[],
): StreamableFile {
  const zip = new ZipFile();
  for (const { name, content } of packFiles(file, evidence)) {
    zip.addBuffer(Buffer.from(content, 'utf8'), name, { ...NO_TIME, compress: false });
  }
  zip.end();
  const name = `report-pack-${file.found.reference}.zip`;
  return new StreamableFile(Readable.from(zip.outputStream), {
    type: 'application/zip',
    disposition: `attachment; filename="${name}"`,
  });
}
