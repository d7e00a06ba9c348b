import { readFile } from 'node:fs/promises';
import { readPdf } from '../../support/pdf-reading.js';
import { accessibilityFaults } from '../../support/pdf-accessibility.js';
import { readDocx } from '../../support/docx-reading.js';
import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { haveReleased, startDraft } from './drafting.js';
import { logAnIncident } from './log-an-incident.js';

const APOLOGY = {
  'inputs-addressee': 'Siân Ní Bhriain',
  'inputs-signatory': 'The practice manager',
  'inputs-reason': 'I am sorry that you are unhappy, and that you felt you were not listened to.',
};

/** Letters on paper and as files. */
export const letters: readonly Journey[] = [
  {
    name: 'letters: a released letter is downloaded as PDF and for Word, in its released words',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Private apology', 'Nobody listened.');
      await startDraft(adviser, reference, 'T-APOLOGY', APOLOGY);
      const early = await adviser.visitRefused(`${adviser.path}/letter.pdf`);
      if (early !== 409) throw new Error(`An unreleased letter was answered ${early}.`);
      await adviser.page.goBack();
      await haveReleased(adviser, await stage.as('approver@mdo.example'));
      const pdf = await download(adviser, reference, 'pdf');
      if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('It is no PDF.');
      const { elements } = readPdf(pdf);
      requireAddressee(elements.map(({ text }) => text));
      const faults = accessibilityFaults(pdf);
      if (faults.length > 0) throw new Error(`The PDF fails: ${faults.join(', ')}.`);
      const docx = await download(adviser, reference, 'docx');
      if (docx.readUInt32BE(0) !== 0x504b0304) throw new Error('It is no Word file.');
      requireAddressee(readDocx(docx).paragraphs.map(({ text }) => text));
    },
  },
];

function requireAddressee(texts: readonly string[]): void {
  const wanted = `Dear ${APOLOGY['inputs-addressee']}`;
  if (!texts.includes(wanted)) throw new Error(`The letter does not say ${wanted}.`);
}

async function download(adviser: Screen, reference: string, format: string): Promise<Buffer> {
  const link = adviser.page.locator(`main a[href$="letter.${format}"]`);
  const [file] = await Promise.all([adviser.page.waitForEvent('download'), link.click()]);
  const name = file.suggestedFilename();
  if (name !== `letter-${reference}.${format}`) throw new Error(`The file is named ${name}.`);
  return readFile(await file.path());
}
