import {
  findGround,
  findPlatform,
  groundsOf,
  notJudgedBy,
  PLATFORM_NAMES,
  reportingOf,
} from '#guidance';
import type { FieldFault } from '#kernel';
import type { ResponseTemplate } from './response-template.js';
import { render, type Rendering } from './template-rendering.js';
import type { TemplateFacts } from './template-variables.js';

/** The part of a post that a site is told: where, by which account, when, and which of its words. */
export interface ReportedPost {
  readonly url: string;
  readonly handle: string;
  /** Civil date; null when it is not known. */
  readonly postedOn: string | null;
  /** Where it happens in a video, such as `1:23`; empty elsewhere. */
  readonly timestamp: string;
  /** Words of the post, chosen by whoever reports it. */
  readonly quotes: readonly string[];
}

/** All that a report to a site is written from. */
export interface ReportSources {
  /** Key of the pack. */
  readonly platform: string;
  /** One of the grounds of that pack. */
  readonly ground: string;
  readonly post: ReportedPost;
}

/**
 * The facts of a report: those of the post, and the words of the pack. Whatever else a case knows is no
 * argument of this function, so it cannot reach the text.
 */
export function reportFacts({ platform, ground, post }: ReportSources): TemplateFacts {
  const found = findGround(platform, ground);
  const { addressee, request } = reportingOf(platform);
  return {
    platform: { name: PLATFORM_NAMES[platform] ?? platform, addressee, request },
    post: {
      url: post.url,
      handle: post.handle,
      date: post.postedOn ?? '',
      timestamp: post.timestamp,
      quotes: post.quotes,
    },
    ...(found && { ground: { title: found.heading, explanation: found.explanation } }),
  };
}

/**
 * Writes a report to the people who moderate a platform, from the post and the ground alone.
 *
 * @param given what the template itself asks for, such as the site's reference in an appeal.
 */
export function writeReport(
  template: ResponseTemplate,
  sources: ReportSources,
  given: Readonly<Record<string, string>> = {},
): Rendering {
  const rendering = render(template, { ...reportFacts(sources), inputs: given });
  const fault = rendering.state === 'rendered' && lengthFault(sources.platform, rendering.text);
  return fault ? { state: 'stopped', faults: [fault] } : rendering;
}

/**
 * What stands in the way of a report: no ground of the pack, or quoted
 * words that are not in the post.
 *
 * @source Rule N08 of the triage pack (C): moderators do not remove genuine negative opinion.
 */
export function faultsOfReport(sources: ReportSources, postText: string): FieldFault[] {
  return [groundFault(sources), quoteFault(sources.post.quotes, postText)].filter(
    (fault) => fault !== undefined,
  );
}

/** Says that a report is longer than the form of a platform takes; undefined when it fits. */
export function lengthFault(platform: string, text: string): FieldFault | undefined {
  const limit = reportingOf(platform).formLimit;
  if (limit === null || text.length <= limit) return undefined;
  const [has, most] = [text.length, limit].map((count) => count.toLocaleString('en-GB'));
  const message = `The report has ${has} characters, and the form takes ${most}. Quote fewer words.`;
  return { field: 'post.quotes', message };
}

function groundFault({ platform, ground }: ReportSources): FieldFault | undefined {
  const pack = findPlatform(platform);
  if (pack && groundsOf(pack).some(({ id }) => id === ground)) return undefined;
  return { field: 'ground.key', message: groundWords(platform) };
}

function groundWords(platform: string): string {
  const pack = findPlatform(platform);
  if (!pack || pack.grounds.length === 0) {
    return 'No rules of this site are known, so there is no ground for a report. Find out who runs it first.';
  }
  const [first = 'An opinion'] = notJudgedBy(pack);
  return `Choose one of the rules of ${pack.name}. ${first} is none: a weak report costs credibility.`;
}

function quoteFault(quotes: readonly string[], postText: string): FieldFault | undefined {
  const post = inOneLine(postText);
  const strange = quotes.find((quote) => !post.includes(inOneLine(quote)));
  if (strange === undefined) return undefined;
  const message = 'Quote only words that stand in the post, exactly as they are recorded';
  return { field: 'post.quotes', message };
}

function inOneLine(text: string): string {
  return text.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');
}
