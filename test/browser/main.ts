import 'reflect-metadata';
import { Checklist } from '../support/checklist.js';
import { Installation } from '../support/installation.js';
import {
  removeLeftovers,
  removeThrowAwayServer,
  startThrowAwayServer,
} from '../support/throw-away-server.js';
import { playJourneys } from './play-journeys.js';

// The whole product in a real browser: `npm run test:browser [words of a journey's name]`.
const list = new Checklist();
await removeLeftovers();
const server = await startThrowAwayServer();
try {
  const installation = await Installation.start(server);
  try {
    await playJourneys(installation, list, process.argv[2]);
  } finally {
    await installation.stop();
  }
} finally {
  await removeThrowAwayServer(server);
}
process.exit(list.finish());
