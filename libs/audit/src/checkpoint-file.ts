import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrganisationId } from '#kernel';
import type { Checkpoint } from './checkpoint.js';

/** Checkpoints of one organisation, one JSON object a line, oldest first. */
export class CheckpointFile {
  readonly path: string;

  constructor(dataDirectory: string, organisationId: OrganisationId) {
    this.path = join(dataDirectory, 'checkpoints', `${organisationId}.jsonl`);
  }

  async append(checkpoint: Checkpoint): Promise<void> {
    await mkdir(join(this.path, '..'), { recursive: true, mode: 0o700 });
    await appendFile(this.path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
  }

  /** All checkpoints; none when the file does not exist. */
  async read(): Promise<Checkpoint[]> {
    if (!existsSync(this.path)) return [];
    return readCheckpoints(this.path);
  }
}

/** Reads a checkpoint file from wherever the auditor kept it. @throws SyntaxError on a torn line. */
export async function readCheckpoints(path: string): Promise<Checkpoint[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Checkpoint);
}
