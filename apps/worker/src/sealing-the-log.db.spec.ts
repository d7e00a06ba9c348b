import { AuditVerifier, CheckpointFile } from '#audit';
import { CaseOpeningService } from '#cases';
import { KeyRing } from '#platform';
import { anIncident } from '../../../test/support/an-incident.js';
import { Given } from '../../../test/support/given.js';
import {
  startTestInstallation,
  type TestInstallation,
  until,
} from '../../../test/support/test-installation.js';

describe('the worker', () => {
  let test: TestInstallation;
  beforeAll(async () => {
    test = await startTestInstallation();
  });
  afterAll(() => test.close());

  it('seals what happened within seconds, signs a checkpoint outside the database, and both verify', async () => {
    const given = new Given(test.app);
    const organisation = await given.anOrganisation();
    const adviser = await given.aPerson(organisation, 'adviser');
    await test.app.get(CaseOpeningService).open(adviser.actor, anIncident());
    const file = new CheckpointFile(test.config.dataDirectory, organisation);
    const verify = async () =>
      test.app
        .get(AuditVerifier)
        .verify(organisation, await file.read(), test.app.get(KeyRing).checkpointKey.publicKey);
    // The file is read before the database, so that the last events may be sealed between the two.
    const found = await until('all events are sealed and have a checkpoint', async () => {
      const verification = await verify();
      const { unsealed, sealed, checkpoints } = verification;
      return unsealed === 0 && sealed >= 2 && checkpoints > 0 && verification;
    });
    expect(found.faults).toEqual([]);
  });
});
