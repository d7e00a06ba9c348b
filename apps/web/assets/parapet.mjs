// Starts what a page uses. Every page works without this file.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from './govuk-frontend.min.js';
import { startAlertWatch } from './alert-watch.mjs';
import { startConditionChecks } from './condition-check.mjs';
import { startCopyButtons } from './copy-button.mjs';
import { startDetailNotices } from './detail-notice.mjs';
import { startDraftChecks } from './draft-check.mjs';
import { startDraftKeeping } from './draft-keep.mjs';
import { startExportWatch } from './export-watch.mjs';
import { startConnectionNotices } from './no-connection.mjs';
import { startShortcuts } from './shortcuts.mjs';
import { startTriagePanel } from './triage-panel.mjs';
import { startWordsComments } from './words-comment.mjs';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

const COMPONENTS = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
];
for (const component of COMPONENTS) createAll(component);

startConditionChecks(document);
startCopyButtons(document);
startAlertWatch(document);
startDetailNotices(document);
startDraftChecks(document);
startDraftKeeping(document);
startExportWatch(document);
startConnectionNotices(document);
startShortcuts(document);
startTriagePanel(document);
startWordsComments(document);
