import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { OrganisationKeys } from '#identity';
import { type Id, NotFound, type OrganisationId } from '#kernel';
import { FileStore } from '#platform';
import type { Export } from './export.js';
import { ExportRepository } from './export.repository.js';

/** Where the sealed key of an export's file is kept. */
export function keyPlace(exportId: Id): string {
  return `export.key_sealed:${exportId}`;
}

/** Opens the files of exports. */
@Injectable()
export class ExportStore {
  constructor(
    private readonly exports: ExportRepository,
    private readonly keys: OrganisationKeys,
    private readonly files: FileStore,
  ) {}

  /** In the running unit of work. @throws NotFound `export-not-found` */
  async open(organisationId: OrganisationId, made: Export): Promise<Readable> {
    const file = await this.exports.findFile(organisationId, made.id);
    if (!file) throw new NotFound('export-not-found', 'We could not find that export.');
    const key = await this.keys.open(organisationId, file.keySealed, keyPlace(made.id));
    return this.files.read(file.fileId, key);
  }
}
