import { createHash } from 'node:crypto';
import { CAPTURE_FIRST, findGround, findPlatform, notJudgedBy, reportingOf } from '#guidance';
import { type EvidenceItem, nameOf } from '#evidence';
import type { ReportWithText } from './report-desk.js';

/** One file of a pack. */
export interface PackFile {
  readonly name: string;
  readonly content: string;
}

/**
 * The files of a report pack: the released text, what to do on the platform, what was captured, and the
 * hashes of all three. The same report gives the same bytes.
 *
 * @param evidence what is kept on the case; its files stay in it.
 */
export function packFiles(file: ReportWithText, evidence: readonly EvidenceItem[]): PackFile[] {
  const { release } = file.text ?? {};
  const files = [
    ...(release ? [{ name: 'report.txt', content: `${release.text}\n` }] : []),
    { name: 'steps.txt', content: `${stepsOf(file).join('\n')}\n` },
    { name: 'evidence.json', content: `${JSON.stringify(evidenceOf(file, evidence), null, 2)}\n` },
  ];
  const sums = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('');
  return [...files, { name: 'SHA256SUMS', content: sums }];
}

/** What to do on the platform, step by step; nothing of the case stands in it but what is reported. */
export function stepsOf({ report }: Pick<ReportWithText, 'report'>): string[] {
  const pack = findPlatform(report.platform)!;
  const reporting = reportingOf(report.platform);
  const { surface, levels, appeals } = {
    ...reporting,
    surface: reporting.surfaces.find(({ key }) => key === report.surface),
  };
  const who = levels.find(({ key }) => key === report.level)?.who ?? 'the moderators';
  const heading = findGround(report.platform, report.ground)?.heading ?? report.ground;
  const wait = pack.typicalTurnaround ?? 'not known';
  return [
    `How to report this to ${pack.name}`,
    '',
    `1. ${CAPTURE_FIRST}`,
    `2. Do it from an account of the organisation, never from the doctor’s own.`,
    `3. Open the address of the post: ${report.postUrl}`,
    `4. Start the report: ${surface?.path ?? pack.reportPath}`,
    `5. It goes to: ${who}`,
    `6. Choose this heading: ${heading}`,
    report.draftId
      ? '7. Paste the text of report.txt where the form takes one, unchanged.'
      : '7. Write nothing: the heading is enough.',
    ...(report.videoTime ? [`   Time in the video: ${report.videoTime}`] : []),
    `8. Attach only what the form asks for (${pack.evidenceWanted}). Never a record, never a patient’s details.`,
    '9. Record in Parapet that it is sent, with their reference.',
    '',
    `They do not judge: ${notJudgedBy(pack).join('; ')}`,
    ...reporting.warnings.map((warning) => `Mind: ${warning}`),
    `Typical wait: ${wait}. We chase after ${pack.chaseAfterWorkingDays} working days.`,
    `Appeal: ${appeals.how}`,
    ...(levels.length > 1
      ? [`Levels: first ${levels.map((level) => level.who).join(', then ')}`]
      : []),
    `Mute or block, only after the copy: ${reporting.blocking}`,
    ...(reporting.helpCentre ? [`Help centre: ${reporting.helpCentre}`] : []),
    `Pack last checked on ${reporting.checkedOn}, to be read again by ${reporting.reviewBy}.`,
  ];
}

/** What is captured of the post, each with its hash. */
function evidenceOf({ found, report, text }: ReportWithText, evidence: readonly EvidenceItem[]) {
  return {
    items: [
      {
        kind: 'post',
        url: report.postUrl,
        account: found.handle || null,
        postedOn: found.postedOn,
        timeInVideo: report.videoTime || null,
        seenOn: report.postSeenOn,
        capturedBy: report.capturedByName,
        textSha256: report.postTextHash,
      },
      ...(text?.release
        ? [{ kind: 'report', file: 'report.txt', textSha256: text.release.textHash }]
        : []),
      ...evidence.filter(({ destroyed }) => !destroyed).map(sealedItem),
    ],
    note: 'SHA-256 of the text in UTF-8, and of each sealed file, as it was recorded. For your own file: send only what the form asks for.',
  };
}

/** Which copy is kept, and its hash: no words of a person, no name of a file. */
function sealedItem(item: EvidenceItem) {
  const { kind, mediaType, size, sha256: hash, seenAt, original } = item;
  const { state, lookedAt } = original;
  return {
    kind: `sealed ${kind}`,
    item: nameOf(item),
    mediaType,
    size,
    sha256: hash,
    seenAt,
    original: { state, lookedAt },
  };
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}
