import type { Case } from '#cases';
import { findPlatform, groundsOf, PLATFORM_NAMES } from '#guidance';
import { type FieldFault, Invalid } from '#kernel';
import type { AskedFact } from './draft-facts.js';
import type { Draft, DraftInputs } from './draft.js';
import {
  faultsOfReport,
  lengthFault,
  reportFacts,
  type ReportSources,
  writeReport,
} from './moderator-report.js';
import type { ResponseTemplate } from './response-template.js';
import { type Rendering, sketch } from './template-rendering.js';

/** The pack for results of search engines: a report on any case can go there instead of to the platform. */
export const DELISTING = 'search_delisting';

/** What the author of a report chooses; everything else of it comes from the post and the pack. */
const CHOSEN = ['platform.key', 'ground.key', 'post.quotes', 'post.timestamp'] as const;

/** Whether a text is a report to the people who moderate a platform, and so written from post and ground alone. */
export function isReport({ audience }: Pick<ResponseTemplate, 'audience'>): boolean {
  return audience === 'platform';
}

/** The platform that a report of a case goes to: its own, or a search engine. */
export function platformOfReport(found: Case, { facts }: DraftInputs): string {
  return facts['platform.key'] === DELISTING ? DELISTING : found.platform;
}

/** What is asked of the author of a report. */
export function reportAsked(found: Case, platform = found.platform): AskedFact[] {
  const pack = findPlatform(platform);
  const grounds = pack ? groundsOf(pack) : [];
  return [
    {
      name: 'ground.key',
      kind: 'text',
      words: `the rule of ${PLATFORM_NAMES[platform] ?? platform} that the post breaks`,
      choices: grounds.map(({ id, heading, words }) => ({
        value: id,
        text: `${heading}: ${words}`,
      })),
    },
    {
      name: 'post.quotes',
      kind: 'list',
      words: 'the words of the post that break it, if you quote any',
    },
    { name: 'post.timestamp', kind: 'text', words: 'the minute and second, where it is a video' },
  ];
}

/** @throws Invalid `report-too-long` when changed words no longer fit into the form of the platform. */
export function assertFitsForm(
  { draft, found }: { draft: Draft; found: Case },
  text: string,
): void {
  if (!isReport(draft)) return;
  const fault = lengthFault(platformOfReport(found, draft.inputs), text);
  if (fault) throw new Invalid('report-too-long', fault.message, [{ ...fault, field: 'text' }]);
}

/** A report as a draft: its text, or what stands in the way. */
export function reportRendering(
  template: ResponseTemplate,
  found: Case,
  given: DraftInputs,
): { rendering: Rendering; sketch: string } {
  const sources = sourcesOf(found, given);
  const faults = [...strangeFacts(given), ...faultsOfReport(sources, found.postText)];
  const rendering: Rendering =
    faults.length > 0 ? { state: 'stopped', faults } : writeReport(template, sources, given.inputs);
  return {
    rendering,
    sketch: sketch(template, { ...reportFacts(sources), inputs: given.inputs }),
  };
}

function sourcesOf(found: Case, given: DraftInputs): ReportSources {
  const { facts } = given;
  return {
    platform: platformOfReport(found, given),
    ground: facts['ground.key'] ?? '',
    post: {
      url: found.url,
      handle: found.handle,
      postedOn: found.postedOn,
      timestamp: facts['post.timestamp'] ?? '',
      quotes: (facts['post.quotes'] ?? '')
        .split('\n')
        .map((quote) => quote.trim())
        .filter(Boolean),
    },
  };
}

function strangeFacts({ facts }: DraftInputs): FieldFault[] {
  const known: readonly string[] = CHOSEN;
  return Object.keys(facts)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      field: `facts.${name}`,
      message: 'A report is written from the post and the ground alone.',
    }));
}
