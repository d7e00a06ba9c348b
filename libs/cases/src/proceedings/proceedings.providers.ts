import { AccountChecks } from './account-checks.js';
import { AccountRecords } from './account-records.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { HearingClocks } from './hearing-clocks.js';
import { HearingRecords } from './hearing-records.js';
import { HearingsRepository } from './hearings.repository.js';
import { HearingsService } from './hearings.service.js';
import { ProceedingTasks } from './proceeding-tasks.js';
import { ProceedingsRepository } from './proceedings.repository.js';
import { ProceedingsService } from './proceedings.service.js';

/** Services of the proceedings about a case. */
export const PROCEEDING_SERVICES = [ProceedingsService, AccountsService, HearingsService];

/** What only these services use. */
export const PROCEEDING_PARTS = [
  AccountChecks,
  AccountRecords,
  AccountsRepository,
  HearingClocks,
  HearingRecords,
  HearingsRepository,
  ProceedingTasks,
  ProceedingsRepository,
];
