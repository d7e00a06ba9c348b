import type { INestApplicationContext } from '@nestjs/common';
import { AuditVerifier, type Checkpoint, CheckpointFile, readCheckpoints } from '#audit';
import { type Organisation, PeopleService } from '#identity';
import { type Config, KeyRing } from '#platform';
import { commandConfig } from '../command-config.js';
import { withServices } from '../open-app.js';

/** What is to be verified, and against which checkpoints. */
export interface VerifyOptions {
  checkpoint?: string;
  organisation?: string;
}

/**
 * Verifies the trails of the organisations and says what it found, one paragraph for each.
 *
 * @param config the settings; those of {@link commandConfig} unless given.
 * @returns whether there was something to verify and nothing is wrong with it.
 */
export function verifyTrails(
  { checkpoint, organisation }: VerifyOptions,
  say: (line: string) => void,
  config: Config = commandConfig(),
): Promise<boolean> {
  return withServices(async (app) => {
    const given = checkpoint === undefined ? undefined : await readGiven(checkpoint, say);
    if (given === null) return false;
    const all = await app.get(PeopleService).listOrganisations();
    const chosen = all.filter(({ slug }) => organisation === undefined || slug === organisation);
    if (chosen.length === 0) {
      say(organisation ? `There is no organisation "${organisation}".` : 'No organisations.');
      return organisation === undefined;
    }
    let isSound = true;
    for (const one of chosen) {
      const marks =
        given ?? (await new CheckpointFile(config.dataDirectory, one.organisation_id).read());
      isSound = (await verifyOne(app, one, marks, say)) && isSound;
    }
    return isSound;
  }, config);
}

async function readGiven(path: string, say: (line: string) => void): Promise<Checkpoint[] | null> {
  try {
    return await readCheckpoints(path);
  } catch {
    say(`The checkpoint file ${path} cannot be read.`);
    return null;
  }
}

async function verifyOne(
  app: INestApplicationContext,
  { organisation_id: id, slug, name }: Organisation,
  marks: readonly Checkpoint[],
  say: (line: string) => void,
): Promise<boolean> {
  const own = marks.filter((mark) => mark.organisationId === id);
  const { publicKey } = app.get(KeyRing).checkpointKey;
  const found = await app.get(AuditVerifier).verify(id, own, publicKey);
  say(`${slug} (${name})`);
  say(`  events       ${found.events}`);
  say(`  sealed       ${found.sealed}`);
  say(`  unsealed     ${found.unsealed}`);
  say(
    `  checkpoints  ${found.checkpoints}${own.length === 0 ? ' (a rewritten log would not show)' : ''}`,
  );
  say(`  faults       ${found.faults.length}`);
  for (const { kind, where } of found.faults) say(`    ${kind}: ${where}`);
  return found.faults.length === 0;
}
